package souk.learn.core;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.spi.TabularLearner;

/** Tries a learner on a slope, or on an event, that nobody can miss. */
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
    double[] figures = new double[ROWS];
    double[] events = new double[ROWS];
    for (int r = 0; r < ROWS; r++) {
      rows[r] = new double[] {r % 20, r * 7 % 11};
      figures[r] = 5 + 2 * rows[r][0];
      events[r] = rows[r][0] > 9 ? 1 : 0;
    }
    LearningTask figure = LearningTask.builder(LearningTask.Target.REAL, 1).build();
    LearningTask event = LearningTask.builder(LearningTask.Target.BINARY, 1).build();
    TrainingTable ofFigures = table(rows, figures);
    TrainingTable ofEvents = table(rows, events);
    boolean answersFigures = learner.refuses(ofFigures, figure).isEmpty();
    boolean answersEvents = learner.refuses(ofEvents, event).isEmpty();
    if (!answersFigures && !answersEvents) {
      return Optional.of("it learns neither figures nor events from %d rows".formatted(ROWS));
    }
    Optional<String> complaint =
        answersFigures
            ? complaint(learner, ofFigures, figure, new double[] {9, 39}, TOLERANCE)
            : Optional.empty();
    return complaint.isPresent() || !answersEvents
        ? complaint
        : complaint(learner, ofEvents, event, new double[] {0, 1}, 0.5);
  }

  private static TrainingTable table(double[][] rows, double[] target) {
    return TrainingTable.builder(List.of("slope", "noise"), rows, target).build();
  }

  private static Optional<String> complaint(
      TabularLearner learner,
      TrainingTable table,
      LearningTask task,
      double[] expected,
      double tolerance) {
    double[] answers =
        learner.predict(learner.learn(table, task), new double[][] {{2, 5}, {17, 5}});
    if (answers.length != 2) {
      return Optional.of("it answered %d of 2 rows".formatted(answers.length));
    }
    double off = Math.max(Math.abs(answers[0] - expected[0]), Math.abs(answers[1] - expected[1]));
    return off < tolerance
        ? Optional.empty()
        : Optional.of("it is off by %.1f on a planted %s".formatted(off, task.target()));
  }
}
