package souk.kernel.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Picks, per role, one strategy for each call, and keeps callers safe from it: the strategy is
 * leased from start to end of the call, so that its bundle can be stopped without failing anyone;
 * one that throws, hangs or answers nonsense is replaced by the fallback and counted. Safe for use
 * by many threads.
 *
 * <pre>{@code
 * Routed<DemandForecast> answer =
 *     router.call(Forecaster.class, CallOptions.within(5_000), f -> f.forecast(panel, task));
 * }</pre>
 */
@ProviderType
public interface StrategyRouter {
  /**
   * Calls the selected strategy of the role, else its fallbacks: the last good one, then the
   * built-in.
   *
   * @throws RoutingException if nobody could answer
   */
  <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call);

  /**
   * Opens a session in which every role, once called, stays with the same strategy version until
   * the session is closed; so that one quote never mixes two versions.
   */
  RoutingSession open();

  /**
   * Opens a session for somebody: while a canary runs, the same key is always on the same side,
   * also after a restart; which side says nothing about the sides of other trials.
   *
   * @param trafficKey for example a customer's pseudonym, an order's or a till's id; only a hash of
   *     it is used
   */
  default RoutingSession open(String trafficKey) {
    return open();
  }

  /** The strategies of a role that could be called now, the selected one first. */
  List<StrategyRef> strategies(Class<?> role);
}
