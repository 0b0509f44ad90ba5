package souk.customer.lib.stability;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How stable a clustering is: repeated with other seeds on all rows, and on bootstrap samples.
 *
 * @param seedRand mean adjusted Rand index between the reference and the other seeds
 * @param bootstrapJaccard per cluster of the reference, the mean best Jaccard coefficient over the
 *     bootstrap samples; at least 0.75 is usually called stable, below 0.6 not to be trusted
 *     (Hennig 2007); NaN for a number without rows
 */
public record Stability(double seedRand, double[] bootstrapJaccard) {

  /** A clustering to be tried: returns a label from 0 per row. */
  @FunctionalInterface
  public interface Clustering {
    int[] cluster(double[][] rows, long seed);
  }

  /**
   * Measures a clustering against {@code reference}, its labels on all rows.
   *
   * <p>Of a bootstrap sample each row is kept once for the comparison, as Hennig proposes.
   *
   * @param repeats how many other seeds and how many bootstrap samples, at least 1
   * @param seed draws the samples and numbers the runs; the same seed gives the same figures
   */
  public static Stability of(
      Clustering clustering, double[][] rows, int[] reference, int repeats, long seed) {
    if (repeats < 1) {
      throw new IllegalArgumentException(
          "Stability needs at least 1 repeat, got %d.".formatted(repeats));
    }
    int clusters = Arrays.stream(reference).max().orElse(-1) + 1;
    double rand = 0;
    double[] jaccard = new double[clusters];
    int[] counted = new int[clusters];
    for (int i = 1; i <= repeats; i++) {
      rand += Agreement.adjustedRand(reference, clustering.cluster(rows, seed + i));
      double[] best = onBootstrap(clustering, rows, reference, seed + i);
      for (int c = 0; c < best.length; c++) {
        if (!Double.isNaN(best[c])) {
          jaccard[c] += best[c];
          counted[c]++;
        }
      }
    }
    for (int c = 0; c < clusters; c++) {
      jaccard[c] = counted[c] == 0 ? Double.NaN : jaccard[c] / counted[c];
    }
    return new Stability(rand / repeats, jaccard);
  }

  private static double[] onBootstrap(
      Clustering clustering, double[][] rows, int[] reference, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] drawn = random.ints(rows.length, 0, rows.length).sorted().toArray();
    double[][] sample = Arrays.stream(drawn).mapToObj(r -> rows[r]).toArray(double[][]::new);
    int[] labels = clustering.cluster(sample, seed);
    int[] referenceOfDistinct = new int[drawn.length];
    int[] labelOfDistinct = new int[drawn.length];
    int distinct = 0;
    for (int i = 0; i < drawn.length; i++) {
      if (i == 0 || drawn[i] != drawn[i - 1]) {
        referenceOfDistinct[distinct] = reference[drawn[i]];
        labelOfDistinct[distinct++] = labels[i];
      }
    }
    return Agreement.bestJaccard(
        Arrays.copyOf(referenceOfDistinct, distinct), Arrays.copyOf(labelOfDistinct, distinct));
  }
}
