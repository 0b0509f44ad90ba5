package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.spi.TabularLearner;
import souk.model.Refusal;

/** An honest learner of probabilities passes its contract; each planted defect is caught. */
class BinaryLearnerContractCanFailTest {
  private static final AtomicInteger CALLS = new AtomicInteger();

  @Test
  void theHonestOnePasses() {
    assertEquals(Set.of(), Verdicts.failing(Cells.class));
  }

  static List<Arguments> defects() {
    return List.of(
        Arguments.of(Lazy.class, "recoversPlantedProbabilitiesOnRowsItHasNotSeen"),
        Arguments.of(Restless.class, "sameSeedSameAnswerAlsoUnderFourThreads"),
        Arguments.of(Remembering.class, "aModelIsAValueThatOutlivesItsLearner"),
        Arguments.of(Odds.class, "missingValuesAndUnknownCategoriesGetProbabilities"),
        Arguments.of(Odds.class, "aColumnThatNeverChangesIsHarmless"),
        Arguments.of(Careless.class, "weightsCountOrAreRefused"),
        Arguments.of(Willing.class, "refusesWhatIsNotZeroOrOneAndOneKindAlone"),
        Arguments.of(Scribbling.class, "leavesItsInputUntouchedAndRefusesForeignModels"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void defectsAreCaught(Class<?> planted, String test) {
    Set<String> failing = Verdicts.failing(planted);
    assertTrue(failing.contains(test), planted + " fails only " + failing);
  }

  /** The share that happened in each cell of the first column (tenths) and the second (kind). */
  static class Cells extends BinaryLearnerContract {
    @Override
    protected TabularLearner subject() {
      return new TabularLearner() {
        @Override
        public Optional<Refusal> refuses(TrainingTable table, LearningTask task) {
          long kinds = Arrays.stream(table.target()).distinct().count();
          return kinds == 2 || willing()
              ? Optional.empty()
              : Optional.of(new Refusal("2 kinds of target", "there are " + kinds));
        }

        @Override
        public LearnedModel learn(TrainingTable table, LearningTask task) {
          double[] cells = new double[80];
          for (int r = 0; r < table.size(); r++) {
            int cell = cell(table.rows()[r]);
            double weight = weight(table, r);
            cells[cell] += weight * table.target()[r];
            cells[40 + cell] += weight;
          }
          touch(table.rows());
          ByteBuffer bytes = ByteBuffer.allocate(8 * cells.length);
          Arrays.stream(cells).forEach(bytes::putDouble);
          return new LearnedModel("cells", "1", table.columns(), Map.of("n", 1.0), bytes.array());
        }

        @Override
        public double[] predict(LearnedModel model, double[][] rows) {
          if (!model.learner().equals("cells") || rows[0].length != model.columns().size()) {
            throw new IllegalArgumentException("not a model of mine");
          }
          return Arrays.stream(rows).mapToDouble(row -> answer(model, row)).toArray();
        }
      };
    }

    private static int cell(double[] row) {
      int tenth = Double.isNaN(row[0]) ? 5 : (int) Math.max(0, Math.min(9, (row[0] + 2) * 2.5));
      return 4 * tenth + (row[1] >= 0 && row[1] < 3 ? (int) row[1] : 3);
    }

    boolean willing() {
      return false;
    }

    double weight(TrainingTable table, int row) {
      return table.weights().map(weights -> weights[row]).orElse(1.0);
    }

    void touch(double[][] rows) {}

    double answer(LearnedModel model, double[] row) {
      ByteBuffer bytes = ByteBuffer.wrap(model.state());
      int cell = cell(row);
      return (bytes.getDouble(8 * cell) + 0.5) / (bytes.getDouble(8 * (40 + cell)) + 1);
    }
  }

  static class Lazy extends Cells {
    @Override
    double answer(LearnedModel model, double[] row) {
      return 0.3;
    }
  }

  static class Restless extends Cells {
    @Override
    double answer(LearnedModel model, double[] row) {
      return super.answer(model, row) + 1e-9 * CALLS.incrementAndGet();
    }
  }

  static class Remembering extends Cells {
    @Override
    double answer(LearnedModel model, double[] row) {
      return model.facts().isEmpty() ? 0.5 : super.answer(model, row);
    }
  }

  static class Odds extends Cells {
    @Override
    double answer(LearnedModel model, double[] row) {
      double p = super.answer(model, row);
      return 3 * p / (1 - p);
    }
  }

  static class Careless extends Cells {
    @Override
    double weight(TrainingTable table, int row) {
      return 1;
    }
  }

  static class Willing extends Cells {
    @Override
    boolean willing() {
      return true;
    }
  }

  static class Scribbling extends Cells {
    @Override
    void touch(double[][] rows) {
      rows[0][0]++;
    }
  }
}
