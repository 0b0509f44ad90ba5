package souk.customer.lib.bayes;

import java.util.Arrays;

/**
 * The structure of a tree-augmented naive Bayes classifier: every variable depends on the class and
 * on at most one other, so that the sum of conditional mutual information is greatest (Friedman,
 * Geiger and Goldszmidt, Machine Learning 29, 1997).
 */
public final class AugmentedBayes {
  private static final int UNJOINED = -1;

  private AugmentedBayes() {}

  /**
   * Parents per variable.
   *
   * @param sizes number of states of each variable
   * @param target the class
   * @param rows states per observation, all known
   */
  public static int[][] parents(int[] sizes, int target, int[][] rows) {
    int n = sizes.length;
    int[] nearest = new int[n];
    double[] information = new double[n];
    Arrays.fill(information, Double.NEGATIVE_INFINITY);
    boolean[] joined = new boolean[n];
    joined[target] = true;
    int[][] parents = new int[n][];
    parents[target] = new int[0];
    int root = target == 0 ? 1 : 0;
    Arrays.fill(nearest, UNJOINED);
    // Prim's algorithm from the first variable; of equals the one with the lower number.
    for (int here = root, left = n - 1; left > 0; left--) {
      joined[here] = true;
      parents[here] =
          nearest[here] == UNJOINED ? new int[] {target} : new int[] {target, nearest[here]};
      int next = here;
      double most = Double.NEGATIVE_INFINITY;
      for (int v = 0; v < n; v++) {
        if (!joined[v]) {
          double shared = information(sizes, target, here, v, rows);
          if (shared > information[v]) {
            information[v] = shared;
            nearest[v] = here;
          }
          if (information[v] > most) {
            most = information[v];
            next = v;
          }
        }
      }
      here = next;
    }
    return parents;
  }

  /** What two variables tell of each other where the class is known, in nats. */
  static double information(int[] sizes, int target, int a, int b, int[][] rows) {
    double[][][] counts = new double[sizes[target]][sizes[a]][sizes[b]];
    for (int[] row : rows) {
      counts[row[target]][row[a]][row[b]]++;
    }
    double sum = 0;
    for (double[][] table : counts) {
      double[] ofA = new double[sizes[a]];
      double[] ofB = new double[sizes[b]];
      double all = 0;
      for (int i = 0; i < ofA.length; i++) {
        for (int j = 0; j < ofB.length; j++) {
          ofA[i] += table[i][j];
          ofB[j] += table[i][j];
          all += table[i][j];
        }
      }
      for (int i = 0; i < ofA.length; i++) {
        for (int j = 0; j < ofB.length; j++) {
          if (table[i][j] > 0) {
            sum += table[i][j] * StrictMath.log(table[i][j] * all / (ofA[i] * ofB[j]));
          }
        }
      }
    }
    return sum / Math.max(1, rows.length);
  }
}
