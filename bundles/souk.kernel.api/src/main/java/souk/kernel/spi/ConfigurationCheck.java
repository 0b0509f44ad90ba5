package souk.kernel.spi;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says, without changing anything, whether a component would take a configuration: the rules that
 * type, range and choice of its fields cannot tell, such as that one value must be below another.
 * Offered as a service with the property {@code souk.pid}, the identity of the configuration. Safe
 * for use by many threads.
 *
 * <pre>{@code
 * @Component(property = ConfigurationCheck.PID + "=souk.trust.policy.price-floor")
 * }</pre>
 */
@ConsumerType
public interface ConfigurationCheck {
  /** Name of the service property with the pid. */
  String PID = "souk.pid";

  /**
   * @param values every value of the component's form, defaults included, in their declared types;
   *     never null, unmodifiable
   * @return why the component would refuse them, in words for people; empty if it would not
   */
  Optional<String> refuses(Map<String, Object> values);
}
