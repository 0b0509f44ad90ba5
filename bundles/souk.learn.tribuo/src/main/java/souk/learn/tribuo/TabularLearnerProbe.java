package souk.learn.tribuo;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.spi.TabularLearner;

/** Tries a learner on a slope that nobody can miss. */
@Component
public final class TabularLearnerProbe implements RoleProbe {
  private static final int ROWS = 200;
  private static final double TOLERANCE = 3;

  @Override
  public String role() {
    return TabularLearner.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) throws Exception {
    if (!(strategy instanceof TabularLearner learner)) {
      return Optional.of("it is no TabularLearner but a " + strategy.getClass().getName());
    }
    double[][] rows = new double[ROWS][];
    double[] target = new double[ROWS];
    for (int r = 0; r < ROWS; r++) {
      rows[r] = new double[] {r % 20, r * 7 % 11};
      target[r] = 5 + 2 * rows[r][0];
    }
    double[] answers =
        learner.predict(
            learner.learn(
                TrainingTable.builder(List.of("slope", "noise"), rows, target).build(),
                LearningTask.builder(LearningTask.Target.REAL, 1).build()),
            new double[][] {{2, 5}, {17, 5}});
    if (answers.length != 2) {
      return Optional.of("it answered %d of 2 rows".formatted(answers.length));
    }
    double off = Math.max(Math.abs(answers[0] - 9), Math.abs(answers[1] - 39));
    return off <= TOLERANCE
        ? Optional.empty()
        : Optional.of(
            "it predicts %s and %s where 9 and 39 were planted".formatted(answers[0], answers[1]));
  }
}
