package souk.kernel.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Looks at and changes what the router does; used by console, HTTP and shell. */
@ProviderType
public interface RouterAdmin {
  /** Sorted by role. */
  List<RoleStatus> roles();

  Optional<RoleStatus> role(String role);

  /**
   * Runs the role's self-test on a strategy without giving it traffic.
   *
   * @throws RoutingException if it is unknown or fails
   */
  void warm(StrategyRef strategy);

  /**
   * Warms a strategy, makes it the primary of its role for all calls that start from now on, and
   * persists the choice. Calls under way finish where they began.
   *
   * @param reason shown in the audit
   * @throws RoutingException if it is unknown or fails its self-test; nothing changes then
   */
  RoleStatus select(StrategyRef strategy, Actor actor, String reason);

  /**
   * Takes a strategy out of rotation and waits until no call uses it.
   *
   * @return calls still under way when the time was up; 0 if drained
   * @throws RoutingException if it is unknown, or if a call of that very strategy asks for it: it
   *     would wait for itself
   */
  int drain(StrategyRef strategy, long timeoutMillis, Actor actor, String reason);

  /** Puts a tripped or drained strategy back into rotation. */
  RoleStatus restore(StrategyRef strategy, Actor actor, String reason);

  /**
   * Runs the role's self-tests and repeats recent live calls of the role on a strategy without
   * giving it traffic.
   *
   * @throws RoutingException if it is unknown, fails a self-test, or fails where the strategy that
   *     served did not
   */
  default WarmReport warmUp(StrategyRef strategy) {
    throw new RoutingException(
        RoutingException.Code.REFUSED, "This router does not repeat recent calls.");
  }

  /**
   * Selects the primary before the present one again. Rolling back twice leads back.
   *
   * @throws RoutingException if there was none, or it is not here or fails its self-test; nothing
   *     changes then
   */
  default RoleStatus rollBack(String role, Actor actor, String reason) {
    throw new RoutingException(
        RoutingException.Code.REFUSED, "This router does not remember earlier selections.");
  }

  /** The primary that {@link #rollBack} would select. */
  default Optional<StrategyRef> previous(String role) {
    return Optional.empty();
  }

  /** How strategies of a role were taken out of traffic lately, newest first; not persisted. */
  default List<DrainReport> drains(String role) {
    return List.of();
  }

  /** Threads of the isolation pool that a strategy never gave back. */
  int quarantinedThreads();
}
