package souk.kernel.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tests a strategy of one role before it gets traffic: a small known task whose answer must satisfy
 * the contract. Offered as a service by the room that owns the role.
 */
@ConsumerType
public interface RoleProbe {
  /** Simple name of the spi type. */
  String role();

  /**
   * Tries a strategy.
   *
   * @param strategy service object; no probe may keep it
   * @return what is wrong with it, or empty if it may serve
   */
  Optional<String> probe(Object strategy) throws Exception;

  /**
   * True if strategies of this role are called by their name, or all of them are asked, so that
   * none is the primary and none can be tried in another's place.
   */
  default boolean calledByName() {
    return false;
  }
}
