package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import souk.customer.api.UpliftEstimate;
import souk.customer.api.UpliftTrial;
import souk.customer.spi.UpliftEstimator;
import souk.customer.spi.UpliftTask;
import souk.model.Provenance;
import souk.model.Refusal;

/** An honest estimator passes its contract; each planted defect is caught. */
class UpliftContractCanFailTest {
  private static final AtomicInteger CALLS = new AtomicInteger();

  @Test
  void theHonestOnePasses() {
    assertEquals(Set.of(), Verdicts.failing(Halves.class));
  }

  static List<Arguments> defects() {
    return List.of(
        Arguments.of(Response.class, "findsLittleWhereNothingIs"),
        Arguments.of(Average.class, "tellsWhomThePlantedTreatmentChanges"),
        Arguments.of(Restless.class, "sameSeedSameAnswerAlsoUnderFourThreads"),
        Arguments.of(Undefined.class, "missingValuesGetFiniteAnswers"),
        Arguments.of(Scribbling.class, "leavesItsInputUntouched"),
        Arguments.of(Willing.class, "refusesTrialsWithoutBothArmsWithFigures"),
        Arguments.of(Nameless.class, "namesItselfAndItsSeed"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void defectsAreCaught(Class<?> planted, String test) {
    Set<String> failing = Verdicts.failing(planted);
    assertTrue(failing.contains(test), planted + " fails only " + failing);
  }

  /** The difference between the arms in each half of the first column. */
  static class Halves extends UpliftEstimatorContract {
    @Override
    protected UpliftEstimator subject() {
      return new UpliftEstimator() {
        @Override
        public Optional<Refusal> refuses(UpliftTrial trial, UpliftTask task) {
          return refusal(trial);
        }

        @Override
        public UpliftEstimate estimate(UpliftTrial trial, double[][] rows, UpliftTask task) {
          if (refusal(trial).isPresent()) {
            throw new IllegalArgumentException("one arm");
          }
          double[] effect = {effect(trial, false), effect(trial, true)};
          double[] uplift = new double[rows.length];
          for (int r = 0; r < rows.length; r++) {
            uplift[r] = answer(effect, rows[r]);
          }
          touch(trial);
          return UpliftEstimate.of(uplift, provenance(task));
        }
      };
    }

    Optional<Refusal> refusal(UpliftTrial trial) {
      int treated = 0;
      for (boolean t : trial.treated()) {
        treated += t ? 1 : 0;
      }
      return treated == 0 || treated == trial.size()
          ? Optional.of(new Refusal("2 arms", treated + " rows were treated"))
          : Optional.empty();
    }

    double effect(UpliftTrial trial, boolean high) {
      double[] sum = new double[2];
      double[] rows = new double[2];
      for (int r = 0; r < trial.size(); r++) {
        if (trial.rows()[r][0] > 0 == high) {
          int arm = trial.treated()[r] ? 1 : 0;
          sum[arm] += trial.outcome()[r];
          rows[arm]++;
        }
      }
      return sum[1] / rows[1] - sum[0] / rows[0];
    }

    double answer(double[] effect, double[] row) {
      return effect[row[0] > 0 ? 1 : 0];
    }

    void touch(UpliftTrial trial) {}

    Provenance provenance(UpliftTask task) {
      return Provenance.builder(task.now(), "halves", "1").seed(task.seed()).build();
    }
  }

  /** Says who buys, not who is changed. */
  static class Response extends Halves {
    @Override
    double answer(double[] effect, double[] row) {
      return 0.3;
    }
  }

  static class Average extends Halves {
    @Override
    double answer(double[] effect, double[] row) {
      return (effect[0] + effect[1]) / 2;
    }
  }

  static class Restless extends Halves {
    @Override
    double answer(double[] effect, double[] row) {
      return super.answer(effect, row) + 1e-9 * CALLS.incrementAndGet();
    }
  }

  static class Undefined extends Halves {
    @Override
    double answer(double[] effect, double[] row) {
      return super.answer(effect, row) + 0 * row[1];
    }
  }

  static class Scribbling extends Halves {
    @Override
    void touch(UpliftTrial trial) {
      trial.rows()[0][0] = 7;
    }
  }

  static class Willing extends Halves {
    @Override
    Optional<Refusal> refusal(UpliftTrial trial) {
      return Optional.empty();
    }
  }

  static class Nameless extends Halves {
    @Override
    Provenance provenance(UpliftTask task) {
      return Provenance.builder(Instant.EPOCH, "halves", "1").build();
    }
  }
}
