package souk.customer.lib.segmentation;

import java.util.SplittableRandom;

/**
 * Lloyd's k-means from several starts by k-means++ (Arthur and Vassilvitskii, SODA 2007); the start
 * with the smallest sum of squares counts.
 *
 * @param centroids one per cluster
 * @param assignment cluster of each row
 * @param squares sum of squared distances to the centroids
 */
public record KMeans(double[][] centroids, int[] assignment, double squares) {
  private static final int STEPS = 100;
  private static final int MANY_ROWS = 20_000;

  /**
   * @param rows rows × columns, finite, on comparable scales
   * @param clusters at least 1, at most the number of rows
   */
  public static KMeans of(double[][] rows, int clusters, long seed) {
    if (clusters < 1 || clusters > rows.length) {
      throw new IllegalArgumentException(
          "%d clusters of %d rows.\nMaybe there are too few customers."
              .formatted(clusters, rows.length));
    }
    SplittableRandom random = new SplittableRandom(seed);
    int starts = rows.length > MANY_ROWS ? 3 : 8;
    KMeans best = improve(rows, spread(rows, clusters, random.split()));
    for (int start = 1; start < starts; start++) {
      KMeans found = improve(rows, spread(rows, clusters, random.split()));
      best = found.squares < best.squares ? found : best;
    }
    return best;
  }

  /** Rows far apart: each next one by the square of the distance to those chosen. */
  private static double[][] spread(double[][] rows, int clusters, SplittableRandom random) {
    double[][] chosen = new double[clusters][];
    chosen[0] = rows[random.nextInt(rows.length)].clone();
    double[] nearest = new double[rows.length];
    java.util.Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int c = 1; c < clusters; c++) {
      double sum = 0;
      for (int r = 0; r < rows.length; r++) {
        nearest[r] = Math.min(nearest[r], distance(rows[r], chosen[c - 1]));
        sum += nearest[r];
      }
      double drawn = random.nextDouble() * sum;
      int at = 0;
      while (at < rows.length - 1 && drawn >= nearest[at]) {
        drawn -= nearest[at++];
      }
      chosen[c] = rows[at].clone();
    }
    return chosen;
  }

  private static KMeans improve(double[][] rows, double[][] start) {
    double[][] centroids = start;
    int[] assignment = new int[rows.length];
    double squares = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS; step++) {
      double sum = 0;
      for (int r = 0; r < rows.length; r++) {
        assignment[r] = nearest(rows[r], centroids);
        sum += distance(rows[r], centroids[assignment[r]]);
      }
      if (!(sum < squares)) {
        break;
      }
      squares = sum;
      centroids = means(rows, assignment, centroids);
    }
    return new KMeans(centroids, assignment, squares);
  }

  private static double[][] means(double[][] rows, int[] assignment, double[][] before) {
    double[][] means = new double[before.length][before[0].length];
    int[] sizes = new int[before.length];
    for (int r = 0; r < rows.length; r++) {
      sizes[assignment[r]]++;
      for (int k = 0; k < rows[r].length; k++) {
        means[assignment[r]][k] += rows[r][k];
      }
    }
    for (int c = 0; c < means.length; c++) {
      for (int k = 0; k < means[c].length; k++) {
        means[c][k] = sizes[c] == 0 ? before[c][k] : means[c][k] / sizes[c];
      }
    }
    return means;
  }

  /** The cluster whose centroid is nearest. */
  static int nearest(double[] row, double[][] centroids) {
    int best = 0;
    double least = distance(row, centroids[0]);
    for (int c = 1; c < centroids.length; c++) {
      double here = distance(row, centroids[c]);
      if (here < least) {
        least = here;
        best = c;
      }
    }
    return best;
  }

  /** Squared Euclidean distance. */
  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }
}
