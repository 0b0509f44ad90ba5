package souk.learn.core;

import java.util.Optional;
import souk.kernel.api.CallOptions;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.spi.TabularLearner;
import souk.model.Refusal;

/**
 * One learner, called through the corridor.
 *
 * @param router leases it
 * @param strategy which
 * @param deadlineMillis of each call
 */
record RoutedLearner(StrategyRouter router, StrategyRef strategy, long deadlineMillis) {
  Optional<Refusal> refuses(TrainingTable table, LearningTask task) {
    return router
        .call(
            TabularLearner.class,
            CallOptions.<Optional<Refusal>>within(deadlineMillis).only(strategy),
            learner -> learner.refuses(table, task))
        .value();
  }

  LearnedModel learn(TrainingTable table, LearningTask task) {
    return router
        .call(
            TabularLearner.class,
            CallOptions.<LearnedModel>within(deadlineMillis).only(strategy),
            learner -> learner.learn(table, task))
        .value();
  }

  double[] predict(LearnedModel model, double[][] rows, LearningTask.Target target) {
    return router
        .call(
            TabularLearner.class,
            CallOptions.<double[]>within(deadlineMillis)
                .checkedBy(answers -> complaint(answers, rows.length, target))
                .only(strategy),
            learner -> learner.predict(model, rows))
        .value();
  }

  private static Optional<String> complaint(
      double[] answers, int rows, LearningTask.Target target) {
    if (answers.length != rows) {
      return Optional.of("%d of %d rows were answered".formatted(answers.length, rows));
    }
    boolean isShare = target == LearningTask.Target.BINARY;
    for (int r = 0; r < rows; r++) {
      if (!Double.isFinite(answers[r]) || (isShare && (answers[r] < 0 || answers[r] > 1))) {
        return Optional.of("row %d was answered with %s".formatted(r, answers[r]));
      }
    }
    return Optional.empty();
  }
}
