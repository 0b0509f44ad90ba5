package souk.customer.lib.segmentation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much nearer rows are to their own cluster than to the next one: mean of {@code (b − a) /
 * max(a, b)} with the mean distances a within and b to the nearest other cluster (Rousseeuw, J.
 * Computational and Applied Mathematics 20, 1987). In [−1, 1]; of many rows a sample is looked at.
 */
public final class Silhouette {
  private static final int MOST_ROWS = 1_500;

  private Silhouette() {}

  /** The mean over rows; rows alone in their cluster count 0; 0 for a single cluster. */
  public static double of(double[][] rows, int[] cluster, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] places =
        rows.length <= MOST_ROWS
            ? IntStream.range(0, rows.length).toArray()
            : random.ints(0, rows.length).distinct().limit(MOST_ROWS).sorted().toArray();
    int clusters = Arrays.stream(cluster).max().orElse(-1) + 1;
    int[] sizes = new int[clusters];
    for (int r : places) {
      sizes[cluster[r]]++;
    }
    double sum = 0;
    for (int r : places) {
      double[] distance = new double[clusters];
      for (int other : places) {
        distance[cluster[other]] += StrictMath.sqrt(KMeans.distance(rows[r], rows[other]));
      }
      sum += of(distance, sizes, cluster[r]);
    }
    return places.length == 0 ? 0 : sum / places.length;
  }

  private static double of(double[] distance, int[] sizes, int own) {
    if (sizes[own] < 2) {
      return 0;
    }
    double within = distance[own] / (sizes[own] - 1);
    double next = Double.POSITIVE_INFINITY;
    for (int c = 0; c < distance.length; c++) {
      if (c != own && sizes[c] > 0) {
        next = Math.min(next, distance[c] / sizes[c]);
      }
    }
    double larger = Math.max(within, next);
    return Double.isInfinite(next) || larger == 0 ? 0 : (next - within) / larger;
  }
}
