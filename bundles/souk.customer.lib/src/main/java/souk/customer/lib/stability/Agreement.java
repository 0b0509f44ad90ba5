package souk.customer.lib.stability;

import java.util.stream.IntStream;

/**
 * How far two labellings of the same rows agree. Labels are numbers from 0; which number stands for
 * which cluster does not matter.
 */
public final class Agreement {
  private Agreement() {}

  /**
   * Adjusted Rand index: 1 for equal partitions, about 0 for independent ones, may be negative.
   *
   * <p>{@code (Σ C(n_ij,2) − E) / ((Σ C(a_i,2) + Σ C(b_j,2))/2 − E)} with {@code E = Σ C(a_i,2) · Σ
   * C(b_j,2) / C(n,2)}. Source: Hubert and Arabie, Comparing partitions, J. Classification 2
   * (1985). Two partitions of which each is a single cluster, or each only singletons, agree with
   * 1.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double adjustedRand(int[] a, int[] b) {
    int[][] table = contingency(a, b);
    double cells = 0;
    double rows = 0;
    double columns = 0;
    for (int[] row : table) {
      for (int count : row) {
        cells += pairs(count);
      }
      rows += pairs(IntStream.of(row).sum());
    }
    for (int j = 0; j < (table.length == 0 ? 0 : table[0].length); j++) {
      int column = j;
      columns += pairs(IntStream.range(0, table.length).map(i -> table[i][column]).sum());
    }
    double all = pairs(a.length);
    double expected = all == 0 ? 0 : rows * columns / all;
    double most = (rows + columns) / 2;
    return most == expected ? 1 : (cells - expected) / (most - expected);
  }

  /**
   * For each label of {@code reference}, the Jaccard coefficient {@code |A∩B| / |A∪B|} with the
   * label of {@code other} that matches it best; NaN for a label without rows.
   *
   * <p>Source: Hennig, Cluster-wise assessment of cluster stability, CSDA 52 (2007).
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double[] bestJaccard(int[] reference, int[] other) {
    int[][] table = contingency(reference, other);
    double[] best = new double[table.length];
    for (int i = 0; i < table.length; i++) {
      int size = IntStream.of(table[i]).sum();
      best[i] = size == 0 ? Double.NaN : 0;
      for (int j = 0; j < table[i].length && size > 0; j++) {
        int column = j;
        int otherSize = IntStream.range(0, table.length).map(r -> table[r][column]).sum();
        best[i] = Math.max(best[i], (double) table[i][j] / (size + otherSize - table[i][j]));
      }
    }
    return best;
  }

  private static int[][] contingency(int[] a, int[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "The labellings have %d and %d rows.\nMaybe they come from different customers."
              .formatted(a.length, b.length));
    }
    int rows = IntStream.of(a).max().orElse(-1) + 1;
    int columns = IntStream.of(b).max().orElse(-1) + 1;
    int[][] table = new int[rows][columns];
    for (int i = 0; i < a.length; i++) {
      table[a[i]][b[i]]++;
    }
    return table;
  }

  private static double pairs(long n) {
    return n * (n - 1) / 2.0;
  }
}
