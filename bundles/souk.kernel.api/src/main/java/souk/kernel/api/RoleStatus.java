package souk.kernel.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A role with its strategies as the router sees them at one moment. */
@ProviderType
public interface RoleStatus {
  /** Simple name of the spi type. */
  String role();

  Traffic traffic();

  /** The selected one first, then by id and version. */
  List<StrategyStatus> strategies();

  /** Calls answered by another strategy than the selected one. */
  long fallbacks();

  /**
   * True if strategies of this role are called by their name, or all of them are asked: then none
   * is the primary.
   */
  default boolean calledByName() {
    return false;
  }

  /**
   * The strategy that would answer the next ordinary call; empty if none is here or the role is
   * called by name.
   */
  default Optional<StrategyRef> serving() {
    return Optional.empty();
  }
}
