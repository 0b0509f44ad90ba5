package souk.customer.core;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import souk.customer.api.UpliftEstimate;
import souk.customer.api.UpliftTrial;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.UpliftLearner;
import souk.customer.lib.uplift.UpliftModel;
import souk.customer.spi.UpliftEstimator;
import souk.customer.spi.UpliftTask;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.model.Refusal;

/** Asks strategies through the router; one of them as a learner of the library. */
final class RoutedUplift {
  /** What a strategy said: a refusal or an answer. */
  record Answer(Optional<Refusal> refusal, Optional<UpliftEstimate> estimate) {}

  private final StrategyRouter router;
  private final long deadlineMillis;
  private final Instant now;

  RoutedUplift(StrategyRouter router, long deadlineMillis, Instant now) {
    this.router = router;
    this.deadlineMillis = deadlineMillis;
    this.now = now;
  }

  StrategyRef find(String id) {
    List<StrategyRef> there = router.strategies(UpliftEstimator.class);
    return there.stream()
        .filter(ref -> ref.strategy().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no uplift strategy %s; there are %s."
                        .formatted(id, there.stream().map(StrategyRef::strategy).toList())));
  }

  /**
   * @throws IllegalStateException if the strategy refuses the trial
   */
  Routed<Answer> ask(Optional<StrategyRef> only, UpliftTrial trial, double[][] rows, long seed) {
    UpliftTask task = new UpliftTask(seed, now);
    CallOptions<Answer> options =
        CallOptions.<Answer>within(deadlineMillis)
            .checkedBy(answer -> answer.estimate().flatMap(e -> complaint(e, rows.length)));
    Routed<Answer> routed =
        router.call(
            UpliftEstimator.class,
            only.map(options::only).orElse(options),
            strategy -> {
              Optional<Refusal> refusal = strategy.refuses(trial, task);
              return refusal.isPresent()
                  ? new Answer(refusal, Optional.empty())
                  : new Answer(refusal, Optional.of(strategy.estimate(trial, rows, task)));
            });
    routed
        .value()
        .refusal()
        .ifPresent(
            refusal -> {
              throw new IllegalStateException(
                  "The trial cannot be learned from: %s %s."
                      .formatted(routed.servedBy().strategy(), refusal));
            });
    return routed;
  }

  private static Optional<String> complaint(UpliftEstimate estimate, int rows) {
    if (estimate.uplift().length != rows) {
      return Optional.of("%d of %d rows were answered".formatted(estimate.uplift().length, rows));
    }
    return Arrays.stream(estimate.uplift()).allMatch(Double::isFinite)
        ? Optional.empty()
        : Optional.of("an uplift is not finite");
  }

  /** The strategy as a learner, for measuring it on rows not seen. */
  UpliftLearner learner(StrategyRef strategy, List<String> columns) {
    return new UpliftLearner() {
      @Override
      public String id() {
        return strategy.strategy();
      }

      @Override
      public UpliftModel learn(Trial trial, long seed) {
        UpliftTrial part =
            UpliftTrial.builder(columns, trial.rows(), trial.treatments(), trial.outcomes())
                .propensity(
                    IntStream.range(0, trial.size()).mapToDouble(trial::propensity).toArray())
                .build();
        return rows ->
            ask(Optional.of(strategy), part, rows, seed).value().estimate().orElseThrow().uplift();
      }
    };
  }
}
