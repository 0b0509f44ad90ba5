package souk.customer.lib.uplift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import souk.customer.lib.math.MidRanks;

class UpliftLearnersTest {
  static Stream<UpliftLearner> learners() {
    return UpliftLearners.all().stream();
  }

  @ParameterizedTest
  @MethodSource("learners")
  void findsPlantedOrder(UpliftLearner learner) {
    PlantedTrial seen = PlantedTrial.of(6_000, 0.5, 1, true, 11);
    PlantedTrial fresh = PlantedTrial.of(2_000, 0.5, 1, true, 12);
    double[] uplift = learner.learn(seen.trial(), 5).uplift(fresh.trial().rows());
    double correlation = correlation(MidRanks.of(uplift), MidRanks.of(fresh.uplift()));
    assertTrue(correlation > 0.7, () -> learner.id() + " " + correlation);
    double mean = Arrays.stream(uplift).average().orElseThrow();
    assertEquals(0.15, mean, 0.04, learner.id());
  }

  @ParameterizedTest
  @MethodSource("learners")
  void unequalArmsAndFigures(UpliftLearner learner) {
    boolean binary = !learner.anyOutcome();
    PlantedTrial seen = PlantedTrial.of(6_000, 0.25, 1, binary, 21);
    PlantedTrial fresh = PlantedTrial.of(2_000, 0.25, 1, binary, 22);
    double[] uplift = learner.learn(seen.trial(), 5).uplift(fresh.trial().rows());
    double correlation = correlation(MidRanks.of(uplift), MidRanks.of(fresh.uplift()));
    assertTrue(correlation > 0.5, () -> learner.id() + " " + correlation);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void sameSeedSameAnswer(UpliftLearner learner) {
    Trial trial = PlantedTrial.of(400, 0.5, 1, true, 31).trial();
    assertArrayEquals(
        learner.learn(trial, 7).uplift(trial.rows()), learner.learn(trial, 7).uplift(trial.rows()));
  }

  @Test
  void idsAreUnique() {
    List<String> ids = learners().map(UpliftLearner::id).toList();
    assertEquals(ids.size(), ids.stream().distinct().count());
    assertTrue(ids.containsAll(List.of("dr-learner-linear", "two-model-boosted", "forest-kl")));
  }

  /** Weak overlap: chances by the first column; only learners that heed chances are unbiased. */
  @Test
  void heedsPropensities() {
    PlantedTrial even = PlantedTrial.of(20_000, 0.5, 1, true, 41);
    Trial trial = even.trial();
    double[] chance = new double[trial.size()];
    java.util.SplittableRandom random = new java.util.SplittableRandom(3);
    int[] kept =
        java.util.stream.IntStream.range(0, trial.size())
            .filter(
                r -> {
                  double e = trial.rows()[r][2] > 0 ? 0.8 : 0.2;
                  chance[r] = e;
                  return random.nextDouble() < (trial.treated(r) ? e : 1 - e);
                })
            .toArray();
    Trial part = trial.at(kept);
    Trial biased = Trial.of(part.rows(), part.treatments(), part.outcomes(), Rows.at(chance, kept));
    double truth = Arrays.stream(Rows.at(even.uplift(), kept)).average().orElseThrow();
    for (String id : List.of("dr-learner-linear", "r-learner-linear", "forest-t")) {
      UpliftLearner learner = learners().filter(l -> l.id().equals(id)).findAny().orElseThrow();
      double mean =
          Arrays.stream(learner.learn(biased, 5).uplift(biased.rows())).average().orElseThrow();
      assertEquals(truth, mean, 0.03, id);
    }
  }

  @Test
  void refusesTrialsWithoutBothArms() {
    double[][] rows = {{1}, {2}};
    assertThrows(
        IllegalArgumentException.class,
        () -> Trial.randomised(rows, new boolean[] {true, true}, new double[] {0, 1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Trial.randomised(rows, new boolean[] {true, false}, new double[] {0, Double.NaN}));
  }

  private static double correlation(double[] a, double[] b) {
    double ma = Arrays.stream(a).average().orElseThrow();
    double mb = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - ma) * (b[i] - mb);
      aa += (a[i] - ma) * (a[i] - ma);
      bb += (b[i] - mb) * (b[i] - mb);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
