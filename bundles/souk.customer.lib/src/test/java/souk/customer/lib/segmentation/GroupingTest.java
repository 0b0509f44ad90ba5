package souk.customer.lib.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import souk.customer.lib.stability.Agreement;
import souk.customer.lib.stability.Stability;

class GroupingTest {
  private static final int EACH = 150;

  /** Three clouds with different shapes; the truth is the row number over {@code EACH}. */
  private static double[][] clouds(double apart) {
    Random random = new Random(1);
    double[][] rows = new double[3 * EACH][2];
    for (int r = 0; r < rows.length; r++) {
      int cloud = r / EACH;
      rows[r][0] = apart * (cloud == 1 ? 1 : 0) + 0.3 * random.nextGaussian();
      rows[r][1] = apart * (cloud == 2 ? 1 : 0) + 0.3 * random.nextGaussian();
    }
    return rows;
  }

  private static int[] truth() {
    int[] truth = new int[3 * EACH];
    for (int r = 0; r < truth.length; r++) {
      truth[r] = r / EACH;
    }
    return truth;
  }

  @Test
  void kMeansFindsPlantedClouds() {
    KMeans found = KMeans.of(clouds(3), 3, 7);
    assertEquals(1, Agreement.adjustedRand(truth(), found.assignment()), 1e-9);
    assertArrayEquals(found.assignment(), KMeans.of(clouds(3), 3, 7).assignment());
    assertThrows(IllegalArgumentException.class, () -> KMeans.of(new double[2][2], 3, 1));
  }

  /** The sum of squares of the best of all divisions of few rows. */
  @Test
  void kMeansEqualsBruteForce() {
    Random random = new Random(3);
    for (int trial = 0; trial < 20; trial++) {
      double[][] rows = new double[8][2];
      for (double[] row : rows) {
        row[0] = random.nextDouble();
        row[1] = random.nextDouble();
      }
      double least = Double.POSITIVE_INFINITY;
      for (int mask = 1; mask < 255; mask++) {
        int[] group = new int[8];
        for (int r = 0; r < 8; r++) {
          group[r] = mask >> r & 1;
        }
        least = Math.min(least, squares(rows, group));
      }
      assertEquals(least, KMeans.of(rows, 2, trial).squares(), 1e-9);
    }
  }

  private static double squares(double[][] rows, int[] group) {
    double sum = 0;
    for (int g = 0; g < 2; g++) {
      double[] mean = new double[2];
      int size = 0;
      for (int r = 0; r < rows.length; r++) {
        if (group[r] == g) {
          mean[0] += rows[r][0];
          mean[1] += rows[r][1];
          size++;
        }
      }
      for (int r = 0; r < rows.length; r++) {
        if (group[r] == g) {
          sum += KMeans.distance(rows[r], new double[] {mean[0] / size, mean[1] / size});
        }
      }
    }
    return sum;
  }

  @Test
  void silhouetteByHand() {
    double[][] rows = {{0}, {1}, {10}, {12}};
    double first = (11 - 1) / 11.0;
    double second = (10 - 1) / 10.0;
    double third = (9.5 - 2) / 9.5;
    double fourth = (11.5 - 2) / 11.5;
    assertEquals(
        (first + second + third + fourth) / 4,
        Silhouette.of(rows, new int[] {0, 0, 1, 1}, 1),
        1e-12);
    assertEquals(0, Silhouette.of(rows, new int[] {0, 0, 0, 0}, 1));
  }

  @Test
  void mixtureFindsComponentsByBic() {
    double[][] rows = clouds(3);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 1; k <= 5; k++) {
      double bic = GaussianMixture.of(rows, k, 1).bic();
      if (bic < least) {
        least = bic;
        best = k;
      }
    }
    assertEquals(3, best);
    GaussianMixture mixture = GaussianMixture.of(rows, 3, 1);
    assertEquals(1, Agreement.adjustedRand(truth(), mixture.assignment(rows)), 1e-9);
  }

  /** One component is the sample's mean, whatever the shape. */
  @Test
  void oneComponentIsTheSample() {
    double[][] rows = clouds(1);
    double[] mean = new double[2];
    for (double[] row : rows) {
      mean[0] += row[0] / rows.length;
      mean[1] += row[1] / rows.length;
    }
    assertArrayEquals(mean, GaussianMixture.of(rows, 1, 1).means()[0], 1e-6);
  }

  @Test
  void stableCountsAreFoundAndNoiseHasNone() {
    double[][] rows = customers();
    List<GroupCount> tried = GroupCount.tried(rows, 5, 5, 1);
    assertEquals(3, GroupCount.forKMeans(tried));
    assertTrue(tried.get(1).jaccard() > 0.95, tried::toString);
    assertEquals(4, tried.size());
  }

  /** Frequent, rare and lapsed customers. */
  private static double[][] customers() {
    Random random = new Random(5);
    double[][] rows = new double[300][];
    for (int r = 0; r < rows.length; r++) {
      int kind = r % 3;
      rows[r] =
          new double[] {
            kind == 2 ? 200 + random.nextInt(60) : 5 + random.nextInt(10),
            kind == 0 ? 30 + random.nextInt(10) : 1 + random.nextInt(2),
            kind == 0 ? 500_000 + random.nextInt(90_000) : 3_000 + random.nextInt(2_000)
          };
    }
    return rows;
  }

  @Test
  void namesSayWhatTheGroupsAre() {
    double[][] rows = customers();
    int[] group = new int[rows.length];
    for (int r = 0; r < group.length; r++) {
      group[r] = r % 3;
    }
    String[] names = SegmentNames.of(rows, group);
    assertEquals(3, java.util.Set.of(names).size());
    assertTrue(names[0].endsWith("-big"), names[0]);
    assertTrue(names[2].startsWith("lapsed-"), names[2]);
  }

  @Test
  void everyGroupingGroupsEveryRowTheSameWayAgain() {
    double[][] rows = customers();
    for (Grouping grouping :
        List.of(Grouping.rfm(), Grouping.kMeans(3), Grouping.mixture(3), Grouping.spendClasses())) {
      int[] group = grouping.cluster(rows, 3);
      assertEquals(rows.length, group.length);
      assertArrayEquals(group, grouping.cluster(rows, 3), grouping.id());
      Stability stability = Stability.of(grouping, rows, group, 3, 1);
      assertTrue(GroupCount.leastJaccard(stability) > 0.5, grouping.id());
    }
  }

  @Test
  void valueClassesBySharesWithTiesTogether() {
    double[] worth = new double[100];
    for (int i = 0; i < 100; i++) {
      worth[i] = i;
    }
    int[] sizes = new int[3];
    for (int g : ValueClasses.of(worth)) {
      sizes[g]++;
    }
    assertArrayEquals(new int[] {20, 30, 50}, sizes);
    assertArrayEquals(new int[] {1, 1, 1}, ValueClasses.of(new double[] {5, 5, 5}));
  }

  @Test
  void separationFindsWhatDiffersAndNothingElse() {
    Random random = new Random(9);
    int[] group = new int[600];
    double[] spent = new double[600];
    double[] noise = new double[600];
    for (int r = 0; r < 600; r++) {
      group[r] = r % 3;
      spent[r] = 10 * (group[r] == 1 ? 3 : group[r]) + random.nextDouble();
      noise[r] = random.nextDouble();
    }
    Separation real = Separation.of(group, spent, 1);
    assertArrayEquals(new int[] {1, 2, 0}, real.order());
    assertEquals(1, real.ordered());
    assertTrue(real.explained() > 0.8);
    assertTrue(real.low()[0] < real.mean()[0] && real.mean()[0] < real.high()[0]);
    Separation none = Separation.of(group, noise, 1);
    assertEquals(0, none.ordered());
    assertTrue(none.explained() < 0.02);
  }

  /** Levels of spend 0 to 3; rows hold the level and the row's number. */
  @Test
  void groupsThatSpendAlikeAreNotChosenWhereOthersAreApart() {
    Random random = new Random(11);
    double[][] rows = new double[800][];
    double[] spent = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = new double[] {r % 4, r};
      spent[r] = 10 * (r % 4) + random.nextDouble();
    }
    Grouping halved = planted("halved", row -> row[0] == 0 ? 4 * ((int) row[1] / 4 % 2) : row[0]);
    Grouping merged = planted("merged", row -> Math.max(0, row[0] - 1));
    Grouping levels = planted("levels", row -> row[0]);
    GroupingChoice two = GroupingChoice.of(rows, spent, List.of(halved, merged), 2, 1, way -> {});
    assertTrue(
        two.ways().get(0).separation().explained() > two.ways().get(1).separation().explained());
    assertEquals("merged", two.chosen().id());
    GroupingChoice three =
        GroupingChoice.of(rows, spent, List.of(halved, merged, levels), 2, 1, way -> {});
    assertEquals("levels", three.chosen().id());
    assertEquals(
        "halved", GroupingChoice.of(rows, spent, List.of(halved), 2, 1, way -> {}).chosen().id());
  }

  private static Grouping planted(String id, ToDoubleFunction<double[]> group) {
    return new Grouping() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public int[] cluster(double[][] rows, long seed) {
        return Arrays.stream(rows).mapToInt(row -> (int) group.applyAsDouble(row)).toArray();
      }
    };
  }

  @Test
  void everyStableNumberIsWorthTrying() {
    GroupCount two = new GroupCount(2, 0.9, 0.99, 1);
    GroupCount three = new GroupCount(3, 0.3, 0.81, 1);
    GroupCount four = new GroupCount(4, 0.8, 0.7, 1);
    GroupCount five = new GroupCount(5, 0.1, 0.9, 1);
    assertEquals(List.of(3, 5), GroupCount.worthTrying(List.of(two, three, four, five)));
    assertEquals(List.of(2), GroupCount.worthTrying(List.of(two, four)));
  }
}
