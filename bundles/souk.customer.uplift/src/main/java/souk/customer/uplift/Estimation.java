package souk.customer.uplift;

import java.util.Optional;
import souk.customer.api.UpliftEstimate;
import souk.customer.api.UpliftTrial;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.UpliftLearner;
import souk.customer.spi.UpliftTask;
import souk.model.Provenance;
import souk.model.Refusal;

/** A learner of the library asked in the words of the contract. */
final class Estimation {
  private static final int FEWEST = 50;

  private Estimation() {}

  static Optional<Refusal> refusal(UpliftTrial trial) {
    int treated = 0;
    for (boolean t : trial.treated()) {
      treated += t ? 1 : 0;
    }
    int control = trial.size() - treated;
    return treated >= FEWEST && control >= FEWEST && !trial.columns().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "at least %d rows of each arm and 1 column".formatted(FEWEST),
                "the trial has %d treated rows, %d others and %d columns"
                    .formatted(treated, control, trial.columns().size())));
  }

  /**
   * @throws IllegalArgumentException if the trial is refused
   */
  static Trial trial(UpliftTrial trial) {
    refusal(trial)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("An uplift learner " + refusal + ".");
            });
    return trial
        .propensity()
        .map(p -> Trial.of(trial.rows(), trial.treated(), trial.outcome(), p))
        .orElseGet(() -> Trial.randomised(trial.rows(), trial.treated(), trial.outcome()));
  }

  static UpliftEstimate estimate(
      Trial trial,
      UpliftLearner learner,
      double[][] rows,
      UpliftTask task,
      String strategy,
      String version) {
    return UpliftEstimate.of(
        learner.learn(trial, task.seed()).uplift(rows),
        Provenance.builder(task.now(), strategy, version)
            .option("learner", learner.id())
            .option("rows", trial.size())
            .option("treated", trial.treatedRows())
            .seed(task.seed())
            .build());
  }
}
