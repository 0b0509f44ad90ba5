package souk.offer.engine;

import java.util.List;
import java.util.Optional;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;

/**
 * Routes to the strategies that once took part in a quote and to no others; so what is selected now
 * does not matter. Calls of roles that took no part are routed as always.
 */
final class PinnedRouter implements StrategyRouter {
  private final StrategyRouter router;
  private final List<StrategyRef> pinned;

  PinnedRouter(StrategyRouter router, List<StrategyRef> pinned) {
    this.router = router;
    this.pinned = pinned;
  }

  @Override
  public <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
    return router.call(role, pin(role, options), call);
  }

  @Override
  public RoutingSession open() {
    return new PinnedSession(router.open());
  }

  @Override
  public List<StrategyRef> strategies(Class<?> role) {
    List<StrategyRef> then = pinned.stream().filter(ref -> isOf(role, ref)).toList();
    return then.isEmpty() ? router.strategies(role) : then;
  }

  private <R> CallOptions<R> pin(Class<?> role, CallOptions<R> options) {
    Optional<StrategyRef> then = pinned.stream().filter(ref -> isOf(role, ref)).findFirst();
    return options.only().isPresent() || then.isEmpty() ? options : options.only(then.get());
  }

  private static boolean isOf(Class<?> role, StrategyRef ref) {
    return ref.role().equals(role.getSimpleName());
  }

  private final class PinnedSession implements RoutingSession {
    private final RoutingSession session;

    PinnedSession(RoutingSession session) {
      this.session = session;
    }

    @Override
    public <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
      return session.call(role, pin(role, options), call);
    }

    @Override
    public List<StrategyRef> served() {
      return session.served();
    }

    @Override
    public void close() {
      session.close();
    }
  }
}
