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

/** An honest learner passes its contract; each planted defect is caught. */
class LearnerContractCanFailTest {
  private static final AtomicInteger CALLS = new AtomicInteger();

  @Test
  void theHonestOnePasses() {
    assertEquals(Set.of(), Verdicts.failing(Neighbours.class));
  }

  static List<Arguments> defects() {
    return List.of(
        Arguments.of(Lazy.class, "recoversAPlantedRelationOnRowsItHasNotSeen"),
        Arguments.of(Restless.class, "sameSeedSameAnswerAlsoUnderEightThreads"),
        Arguments.of(Nameless.class, "namesItselfAndItsColumns"),
        Arguments.of(Undefined.class, "missingValuesGetFiniteAnswers"),
        Arguments.of(Scribbling.class, "leavesItsInputUntouched"),
        Arguments.of(Willing.class, "refusesTooLittleWithFigures"),
        Arguments.of(Trusting.class, "refusesDamagedAndForeignModels"),
        Arguments.of(Remembering.class, "aModelIsAValueThatOutlivesItsLearner"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void defectsAreCaught(Class<?> planted, String test) {
    Set<String> failing = Verdicts.failing(planted);
    assertTrue(failing.contains(test), planted + " fails only " + failing);
  }

  /** The mean target of the eight nearest rows. */
  static class Neighbours extends TabularLearnerContract {
    @Override
    protected TabularLearner subject() {
      return new TabularLearner() {
        @Override
        public Optional<Refusal> refuses(TrainingTable table, LearningTask task) {
          return table.size() < fewest()
              ? Optional.of(new Refusal("8 rows", "the table has " + table.size()))
              : Optional.empty();
        }

        @Override
        public LearnedModel learn(TrainingTable table, LearningTask task) {
          int width = table.columns().size();
          ByteBuffer bytes = ByteBuffer.allocate(4 + table.size() * (width + 1) * 8);
          bytes.putInt(width);
          for (int r = 0; r < table.size(); r++) {
            for (double value : table.rows()[r]) {
              bytes.putDouble(value);
            }
            bytes.putDouble(table.target()[r]);
          }
          touch(table.rows());
          return new LearnedModel(
              "neighbours", "1", columns(table.columns()), facts(), bytes.array());
        }

        @Override
        public double[] predict(LearnedModel model, double[][] rows) {
          check(model, rows);
          return Arrays.stream(rows).mapToDouble(row -> answer(model, row)).toArray();
        }
      };
    }

    int fewest() {
      return 8;
    }

    void touch(double[][] rows) {}

    List<String> columns(List<String> columns) {
      return columns;
    }

    Map<String, Double> facts() {
      return Map.of("k", 8.0);
    }

    void check(LearnedModel model, double[][] rows) {
      if (!model.learner().equals("neighbours")
          || model.state().length < 12
          || rows[0].length != model.columns().size()) {
        throw new IllegalArgumentException("not a model of mine");
      }
    }

    double answer(LearnedModel model, double[] row) {
      ByteBuffer bytes = ByteBuffer.wrap(model.state());
      int width = bytes.getInt();
      int n = bytes.remaining() / (8 * (width + 1));
      double[][] near = new double[n][2];
      for (double[] one : near) {
        for (int c = 0; c < width; c++) {
          double distance = bytes.getDouble() - row[c];
          one[0] += Double.isNaN(distance) ? 0.1 : distance * distance;
        }
        one[1] = bytes.getDouble();
      }
      Arrays.sort(near, (a, b) -> Double.compare(a[0], b[0]));
      double sum = 0;
      for (int i = 0; i < 8; i++) {
        sum += near[i][1] / 8;
      }
      return sum;
    }
  }

  static class Lazy extends Neighbours {
    @Override
    double answer(LearnedModel model, double[] row) {
      return 0;
    }
  }

  static class Restless extends Neighbours {
    @Override
    double answer(LearnedModel model, double[] row) {
      return super.answer(model, row) + 1e-6 * CALLS.incrementAndGet();
    }
  }

  static class Nameless extends Neighbours {
    @Override
    List<String> columns(List<String> columns) {
      return columns.subList(0, 1);
    }
  }

  static class Undefined extends Neighbours {
    @Override
    double answer(LearnedModel model, double[] row) {
      return row[0] + super.answer(model, row) - row[0];
    }
  }

  static class Scribbling extends Neighbours {
    @Override
    void touch(double[][] rows) {
      rows[0][0]++;
    }
  }

  static class Willing extends Neighbours {
    @Override
    int fewest() {
      return 0;
    }
  }

  static class Trusting extends Neighbours {
    @Override
    void check(LearnedModel model, double[][] rows) {}
  }

  static class Remembering extends Neighbours {
    @Override
    double answer(LearnedModel model, double[] row) {
      return super.answer(model, row) + (model.facts().isEmpty() ? 1 : 0);
    }
  }
}
