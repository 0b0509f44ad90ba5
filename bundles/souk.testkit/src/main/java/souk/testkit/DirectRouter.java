package souk.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingException;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;

/**
 * A {@link StrategyRouter} for tests without a framework: calls strategies in the caller's thread,
 * the one added first being the selected one and the others its fallbacks. Add all strategies
 * before use; safe for use by many threads from then on.
 */
public final class DirectRouter implements StrategyRouter {
  private record Entry(StrategyRef ref, Object strategy) {}

  private final Map<Class<?>, List<Entry>> entries = new LinkedHashMap<>();

  /** Adds a strategy in version 1.0.0. */
  public <S> DirectRouter add(Class<S> role, String id, S strategy) {
    entries
        .computeIfAbsent(role, r -> new ArrayList<>())
        .add(new Entry(new StrategyRef(role.getSimpleName(), id, "1.0.0"), strategy));
    return this;
  }

  @Override
  public <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
    Optional<String> fallbackReason = Optional.empty();
    RoutingException failure =
        new RoutingException(
            RoutingException.Code.NO_STRATEGY, "No strategy for " + role.getSimpleName() + ".");
    for (Entry entry : entries.getOrDefault(role, List.of())) {
      if (options.only().isPresent() && !options.only().get().equals(entry.ref())) {
        continue;
      }
      long start = System.nanoTime();
      try {
        R answer = call.apply(role.cast(entry.strategy()));
        Optional<String> complaint = options.complaint().apply(answer);
        if (complaint.isEmpty()) {
          long micros = (System.nanoTime() - start) / 1_000;
          return new Routed<>(answer, entry.ref(), fallbackReason, micros);
        }
        fallbackReason = complaint;
        failure = new RoutingException(RoutingException.Code.ALL_FAILED, complaint.get());
      } catch (Exception e) {
        fallbackReason = Optional.of(String.valueOf(e.getMessage()));
        failure =
            new RoutingException(
                RoutingException.Code.ALL_FAILED, entry.ref() + " failed: " + e.getMessage(), e);
      }
    }
    throw failure;
  }

  @Override
  public RoutingSession open() {
    List<StrategyRef> served = new ArrayList<>();
    DirectRouter router = this;
    return new RoutingSession() {
      @Override
      public <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
        Routed<R> answer = router.call(role, options, call);
        if (served.stream().noneMatch(s -> s.role().equals(answer.servedBy().role()))) {
          served.add(answer.servedBy());
        }
        return answer;
      }

      @Override
      public List<StrategyRef> served() {
        return List.copyOf(served);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public List<StrategyRef> strategies(Class<?> role) {
    return entries.getOrDefault(role, List.of()).stream().map(Entry::ref).toList();
  }
}
