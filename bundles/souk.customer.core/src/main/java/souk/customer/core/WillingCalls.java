package souk.customer.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.model.Refusal;

/**
 * Finds a strategy that does not refuse. A refusal is an answer, not a fault: it does not count
 * against the strategy, and the next one is asked.
 *
 * @param <S> the role
 * @param <R> what its strategies answer
 */
final class WillingCalls<S, R> {
  /** An answer, who gave it and why not the selected strategy. */
  record Served<R>(StrategyRef by, R value, Optional<String> fallbackReason) {}

  /** What a strategy is asked: first whether it refuses, then for its answer. */
  record Question<S, R>(Function<S, Optional<Refusal>> refuses, Function<S, R> answers) {}

  private record Answer<R>(Optional<Refusal> refusal, Optional<R> value) {}

  private final StrategyRouter router;
  private final Class<S> role;
  private final String work;
  private final CallOptions<Answer<R>> options;

  /**
   * @param work names the work in messages, for example {@code segmentation}
   * @param complaint what is wrong with an answer, if anything
   */
  WillingCalls(
      StrategyRouter router,
      Class<S> role,
      String work,
      long deadlineMillis,
      Function<R, Optional<String>> complaint) {
    this.router = router;
    this.role = role;
    this.work = work;
    this.options =
        CallOptions.<Answer<R>>within(deadlineMillis)
            .checkedBy(answer -> answer.value().flatMap(complaint));
  }

  /**
   * @throws IllegalStateException if the named strategy, or every strategy, refuses
   */
  Served<R> ask(Optional<String> strategy, Question<S, R> question) {
    Optional<StrategyRef> named = strategy.map(this::find);
    Routed<Answer<R>> first = call(named, question);
    if (first.value().value().isPresent()) {
      return served(first, first.fallbackReason());
    }
    List<String> refusals = new ArrayList<>(List.of(refusal(first)));
    List<StrategyRef> others = named.isPresent() ? List.of() : router.strategies(role);
    for (StrategyRef other : others) {
      if (!other.equals(first.servedBy())) {
        try {
          Routed<Answer<R>> next = call(Optional.of(other), question);
          if (next.value().value().isPresent()) {
            return served(next, Optional.of(String.join("; ", refusals)));
          }
          refusals.add(refusal(next));
        } catch (RoutingException e) {
          refusals.add(e.getMessage());
        }
      }
    }
    throw new IllegalStateException(
        "There is no %s of the customers: %s.".formatted(work, String.join("; ", refusals)));
  }

  private Routed<Answer<R>> call(Optional<StrategyRef> only, Question<S, R> question) {
    return router.call(
        role,
        only.map(options::only).orElse(options),
        strategy -> {
          Optional<Refusal> refusal = question.refuses().apply(strategy);
          return refusal.isPresent()
              ? new Answer<R>(refusal, Optional.empty())
              : new Answer<R>(refusal, Optional.of(question.answers().apply(strategy)));
        });
  }

  private StrategyRef find(String id) {
    List<StrategyRef> there = router.strategies(role);
    return there.stream()
        .filter(ref -> ref.strategy().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no %s strategy %s; there are %s."
                        .formatted(work, id, there.stream().map(StrategyRef::strategy).toList())));
  }

  private static <R> Served<R> served(Routed<Answer<R>> answer, Optional<String> fallbackReason) {
    return new Served<>(answer.servedBy(), answer.value().value().orElseThrow(), fallbackReason);
  }

  private static <R> String refusal(Routed<Answer<R>> answer) {
    return answer.servedBy().strategy() + " " + answer.value().refusal().orElseThrow();
  }
}
