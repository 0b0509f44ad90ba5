package souk.customer.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.customer.api.Segmentation;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/**
 * Finds a strategy that does not refuse. A refusal is an answer, not a fault: it does not count
 * against the strategy, and the next one is asked.
 */
final class SegmentationCalls {
  /** A segmentation, who made it and why not the selected strategy. */
  record Served(StrategyRef by, Segmentation segmentation, Optional<String> fallbackReason) {}

  private record Answer(Optional<Refusal> refusal, Optional<Segmentation> segmentation) {}

  private final StrategyRouter router;
  private final CallOptions<Answer> options;

  SegmentationCalls(StrategyRouter router, long deadlineMillis) {
    this.router = router;
    this.options =
        CallOptions.<Answer>within(deadlineMillis)
            .checkedBy(answer -> answer.segmentation().flatMap(SegmentationCheck::complaint));
  }

  /**
   * @throws IllegalStateException if the named strategy, or every strategy, refuses
   */
  Served segment(Optional<String> strategy, PurchaseLog log, SegmentationTask task) {
    Optional<StrategyRef> named = strategy.map(this::find);
    Routed<Answer> first = call(named, log, task);
    if (first.value().segmentation().isPresent()) {
      return served(first, first.fallbackReason());
    }
    List<String> refusals = new ArrayList<>(List.of(refusal(first)));
    List<StrategyRef> others =
        named.isPresent() ? List.of() : router.strategies(SegmentationStrategy.class);
    for (StrategyRef other : others) {
      if (!other.equals(first.servedBy())) {
        try {
          Routed<Answer> next = call(Optional.of(other), log, task);
          if (next.value().segmentation().isPresent()) {
            return served(next, Optional.of(String.join("; ", refusals)));
          }
          refusals.add(refusal(next));
        } catch (RoutingException e) {
          refusals.add(e.getMessage());
        }
      }
    }
    throw new IllegalStateException(
        "The customers cannot be segmented: %s.".formatted(String.join("; ", refusals)));
  }

  private Routed<Answer> call(Optional<StrategyRef> only, PurchaseLog log, SegmentationTask task) {
    return router.call(
        SegmentationStrategy.class,
        only.map(options::only).orElse(options),
        strategy -> {
          Optional<Refusal> refusal = strategy.refuses(log, task);
          return refusal.isPresent()
              ? new Answer(refusal, Optional.empty())
              : new Answer(refusal, Optional.of(strategy.segment(log, task)));
        });
  }

  private StrategyRef find(String id) {
    List<StrategyRef> there = router.strategies(SegmentationStrategy.class);
    return there.stream()
        .filter(ref -> ref.strategy().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no segmentation strategy %s; there are %s."
                        .formatted(id, there.stream().map(StrategyRef::strategy).toList())));
  }

  private static Served served(Routed<Answer> answer, Optional<String> fallbackReason) {
    return new Served(
        answer.servedBy(), answer.value().segmentation().orElseThrow(), fallbackReason);
  }

  private static String refusal(Routed<Answer> answer) {
    return answer.servedBy().strategy() + " " + answer.value().refusal().orElseThrow();
  }
}
