package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.customer.api.UpliftEstimate;
import souk.customer.api.UpliftTrial;
import souk.customer.spi.UpliftEstimator;
import souk.customer.spi.UpliftTask;

/** What every {@link UpliftEstimator} must keep. Extend it and name your strategy. */
public abstract class UpliftEstimatorContract {
  private static final UpliftTask TASK = new UpliftTask(42, Instant.parse("2024-01-01T06:00:00Z"));
  private static final List<String> COLUMNS = List.of("mood", "age", "noise");
  private static final int ROWS = 3_000;
  private static final double STRONG = 0.4;

  /** The strategy under test. */
  protected abstract UpliftEstimator subject();

  /** Those in a good mood gain {@code strength} by the treatment, the others nothing. */
  private static UpliftTrial trial(int rows, double strength, long seed) {
    Random random = new Random(seed);
    double[][] x = new double[rows][3];
    boolean[] treated = new boolean[rows];
    double[] outcome = new double[rows];
    for (int r = 0; r < rows; r++) {
      x[r][0] = random.nextDouble() - 0.5;
      x[r][1] = 20 + random.nextInt(50);
      x[r][2] = random.nextGaussian();
      treated[r] = random.nextBoolean();
      double chance = 0.2 + x[r][1] / 400 + (treated[r] && x[r][0] > 0 ? strength : 0);
      outcome[r] = random.nextDouble() < chance ? 1 : 0;
    }
    return UpliftTrial.builder(COLUMNS, x, treated, outcome).build();
  }

  private static double mean(UpliftEstimate estimate, double[][] rows, boolean good) {
    return IntStream.range(0, rows.length)
        .filter(r -> rows[r][0] > 0 == good)
        .mapToDouble(r -> estimate.uplift()[r])
        .average()
        .orElseThrow();
  }

  @Test
  void tellsWhomThePlantedTreatmentChanges() {
    double[][] fresh = trial(1_000, STRONG, 2).rows();
    UpliftEstimate estimate = subject().estimate(trial(ROWS, STRONG, 1), fresh, TASK);
    assertEquals(fresh.length, estimate.uplift().length);
    assertTrue(mean(estimate, fresh, true) - mean(estimate, fresh, false) > STRONG / 3);
    assertEquals(STRONG / 2, Arrays.stream(estimate.uplift()).average().orElseThrow(), 0.1);
  }

  @Test
  void findsLittleWhereNothingIs() {
    double[][] fresh = trial(1_000, 0, 3).rows();
    UpliftEstimate estimate = subject().estimate(trial(ROWS, 0, 4), fresh, TASK);
    assertEquals(0, Arrays.stream(estimate.uplift()).average().orElseThrow(), 0.07);
  }

  @Test
  void missingValuesGetFiniteAnswers() {
    double[][] rows = {{Double.NaN, 30, 0}, {0.2, Double.NaN, Double.NaN}, {1e9, -1e9, 1e9}};
    for (double uplift : subject().estimate(trial(600, STRONG, 5), rows, TASK).uplift()) {
      assertTrue(Double.isFinite(uplift), "uplift " + uplift);
    }
  }

  @Test
  void sameSeedSameAnswerAlsoUnderFourThreads() {
    UpliftEstimator estimator = subject();
    UpliftTrial trial = trial(600, STRONG, 6);
    double[] expected = estimator.estimate(trial, trial.rows(), TASK).uplift();
    IntStream.range(0, 4)
        .parallel()
        .mapToObj(i -> estimator.estimate(trial, trial.rows(), TASK).uplift())
        .forEach(answer -> assertArrayEquals(expected, answer));
  }

  @Test
  void leavesItsInputUntouched() {
    UpliftTrial trial = trial(600, STRONG, 7);
    double[][] asked = trial(20, STRONG, 8).rows();
    UpliftTrial same = trial(600, STRONG, 7);
    double[][] sameAsked = trial(20, STRONG, 8).rows();
    subject().estimate(trial, asked, TASK);
    assertTrue(Arrays.deepEquals(same.rows(), trial.rows()));
    assertTrue(Arrays.deepEquals(sameAsked, asked));
    assertArrayEquals(same.treated(), trial.treated());
    assertArrayEquals(same.outcome(), trial.outcome());
  }

  @Test
  void refusesTrialsWithoutBothArmsWithFigures() {
    UpliftTrial fine = trial(600, STRONG, 9);
    assertTrue(subject().refuses(fine, TASK).isEmpty());
    UpliftTrial oneArm =
        UpliftTrial.builder(COLUMNS, fine.rows(), new boolean[600], fine.outcome()).build();
    assertTrue(subject().refuses(oneArm, TASK).orElseThrow().toString().matches(".*\\d.*"));
    assertThrows(
        IllegalArgumentException.class, () -> subject().estimate(oneArm, fine.rows(), TASK));
  }

  @Test
  void namesItselfAndItsSeed() {
    UpliftTrial trial = trial(600, STRONG, 10);
    UpliftEstimate estimate = subject().estimate(trial, trial.rows(), TASK);
    assertFalse(estimate.provenance().strategy().isBlank());
    assertEquals(TASK.seed(), estimate.provenance().seed());
    assertEquals(TASK.now(), estimate.provenance().createdAt());
  }
}
