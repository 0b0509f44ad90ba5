package souk.kernel.api;

/**
 * Work that calls strategies of several roles in one session, for {@link RoutingSession#workOut}: a
 * function of the session alone, without side effects, in memory of its own each time it is begun.
 *
 * @param <O> outcome, never null
 */
@FunctionalInterface
public interface SessionWork<O> {
  /**
   * @param session answers the calls; must not be closed, concluded or kept. What its calls throw
   *     must be let through
   */
  O with(RoutingSession session);
}
