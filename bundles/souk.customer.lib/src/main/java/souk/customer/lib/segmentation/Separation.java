package souk.customer.lib.segmentation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import souk.customer.lib.math.MidRanks;

/**
 * How far groups that were formed at one time differ in what their members spend afterwards.
 *
 * @param order groups with members by falling mean
 * @param mean what a member spends afterwards, per group of {@code order}
 * @param low lower bound of the 95 % bootstrap interval of each mean
 * @param high upper bounds
 * @param explained share of the variance of ranks that the groups explain (epsilon squared of
 *     Kruskal and Wallis)
 * @param ordered share of neighbouring groups in {@code order} whose intervals do not touch
 */
public record Separation(
    int[] order, double[] mean, double[] low, double[] high, double explained, double ordered) {
  private static final int REPLICATES = 1_000;

  /**
   * @param group of each customer, known before
   * @param spent by each customer afterwards
   */
  public static Separation of(int[] group, double[] spent, long seed) {
    int groups = Arrays.stream(group).max().orElse(-1) + 1;
    int[][] members = new int[groups][];
    double[] means = new double[groups];
    for (int g = 0; g < groups; g++) {
      int own = g;
      members[g] = IntStream.range(0, group.length).filter(r -> group[r] == own).toArray();
      means[g] = mean(members[g], spent);
    }
    int[] order =
        IntStream.range(0, groups)
            .filter(g -> members[g].length > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(g -> -means[g]))
            .mapToInt(Integer::intValue)
            .toArray();
    SplittableRandom random = new SplittableRandom(seed);
    double[] mean = new double[order.length];
    double[] low = new double[order.length];
    double[] high = new double[order.length];
    int apart = 0;
    for (int i = 0; i < order.length; i++) {
      int[] own = members[order[i]];
      double[] drawn = new double[REPLICATES];
      for (int b = 0; b < REPLICATES; b++) {
        double sum = 0;
        for (int k = 0; k < own.length; k++) {
          sum += spent[own[random.nextInt(own.length)]];
        }
        drawn[b] = sum / own.length;
      }
      Arrays.sort(drawn);
      mean[i] = means[order[i]];
      low[i] = drawn[REPLICATES / 40];
      high[i] = drawn[REPLICATES - 1 - REPLICATES / 40];
      apart += i > 0 && high[i] < low[i - 1] ? 1 : 0;
    }
    double ordered = order.length < 2 ? 0 : (double) apart / (order.length - 1);
    return new Separation(order, mean, low, high, explained(members, spent), ordered);
  }

  private static double mean(int[] places, double[] values) {
    return Arrays.stream(places).mapToDouble(r -> values[r]).average().orElse(0);
  }

  private static double explained(int[][] members, double[] spent) {
    double[] ranks = MidRanks.of(spent);
    double all = (spent.length + 1) / 2.0;
    double within = 0;
    double total = 0;
    int groups = 0;
    for (int[] own : members) {
      double mean = mean(own, ranks);
      groups += own.length > 0 ? 1 : 0;
      for (int r : own) {
        within += (ranks[r] - mean) * (ranks[r] - mean);
        total += (ranks[r] - all) * (ranks[r] - all);
      }
    }
    double n = spent.length;
    double share = total == 0 ? 0 : 1 - within / total;
    return n <= groups ? 0 : Math.max(0, 1 - (1 - share) * (n - 1) / (n - groups));
  }
}
