package souk.edge.rest;

import java.nio.file.Path;
import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.edge.rest.access.Access;
import souk.edge.rest.access.AccessKeys;
import souk.edge.rest.limits.LimitOptions;
import souk.edge.rest.limits.RateLimits;
import souk.edge.rest.limits.WrongKeys;

/** Keys and limits, one for all servlets of the edge. Limits change without a restart. */
@Component(service = Gate.class, configurationPid = "souk.edge.rest")
@Designate(ocd = Gate.Config.class)
public final class Gate {
  private static final String STATE_FOLDER = "souk.data";

  /** Configuration. */
  @ObjectClassDefinition(
      name = "Souk HTTP limits",
      description = "How much one key and one address may ask for. 0 is no limit.")
  public @interface Config {
    @AttributeDefinition(
        name = "Requests per second and key",
        description = "All tills share one key. Bursts of two seconds are let through.",
        min = "0",
        max = "1000000")
    int requestsPerSecondAndKey() default 0;

    @AttributeDefinition(
        name = "Requests per second and address",
        description = "Behind a proxy all clients have its address.",
        min = "0",
        max = "1000000")
    int requestsPerSecondAndAddress() default 0;

    @AttributeDefinition(
        name = "Jobs per minute and key",
        description = "Long work that one key may start: loads, forecasts, plans, reports.",
        min = "0",
        max = "1000000")
    int jobsPerMinuteAndKey() default 120;

    @AttributeDefinition(
        name = "Time for a body (seconds)",
        description = "A body that has not arrived by then is refused with 408.",
        min = "1",
        max = "600")
    int bodySeconds() default 20;
  }

  private final AccessKeys keys;
  private final Access access;
  private final RateLimits limits;

  @Activate
  public Gate(BundleContext bundles, Config config) {
    String state = bundles.getProperty(STATE_FOLDER);
    if (state == null || state.isBlank()) {
      throw new IllegalStateException(
          "The framework property %s is not set, so there is no place for keys.%nMaybe the platform was not started by its launcher."
              .formatted(STATE_FOLDER));
    }
    this.keys = AccessKeys.ofFolder(Path.of(state, "secrets"));
    this.access = new Access(keys, new WrongKeys(Clock.systemUTC()));
    this.limits = new RateLimits(options(config), System::nanoTime);
  }

  @Modified
  void change(Config config) {
    limits.change(options(config));
  }

  AccessKeys keys() {
    return keys;
  }

  Access access() {
    return access;
  }

  RateLimits limits() {
    return limits;
  }

  private static LimitOptions options(Config config) {
    return new LimitOptions(
        config.requestsPerSecondAndKey(),
        config.requestsPerSecondAndAddress(),
        config.jobsPerMinuteAndKey(),
        config.bodySeconds());
  }
}
