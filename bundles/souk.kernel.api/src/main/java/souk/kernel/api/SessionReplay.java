package souk.kernel.api;

/**
 * Works out the outcome of a session once more, with other strategies: a function of the session
 * alone, without side effects. It may run later, in another thread, or never.
 *
 * @param <O> outcome
 */
@FunctionalInterface
public interface SessionReplay<O> {
  /**
   * @param session answers the calls; must not be closed or kept
   */
  O outcome(RoutingSession session) throws Exception;
}
