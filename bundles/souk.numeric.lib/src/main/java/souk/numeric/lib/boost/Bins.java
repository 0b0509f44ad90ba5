package souk.numeric.lib.boost;

import java.util.Arrays;

/**
 * Cuts features into at most 127 bins of about equal population; bin 0 holds what is missing (NaN).
 * Immutable.
 */
public final class Bins {
  /** Most bins of a feature, without the one for missing values. */
  public static final int MOST = 127;

  private final float[][] edges;

  private Bins(float[][] edges) {
    this.edges = edges;
  }

  /**
   * @param sample rows × features, at least one row; which values are typical
   */
  public static Bins of(float[][] sample) {
    int features = sample[0].length;
    float[][] edges = new float[features][];
    float[] column = new float[sample.length];
    for (int f = 0; f < features; f++) {
      int n = 0;
      for (float[] row : sample) {
        if (!Float.isNaN(row[f])) {
          column[n++] = row[f];
        }
      }
      Arrays.sort(column, 0, n);
      edges[f] = cut(column, n);
    }
    return new Bins(edges);
  }

  /** Upper edges: between distinct values if these are few, else at quantiles. */
  private static float[] cut(float[] sorted, int n) {
    float[] distinct = new float[MOST + 1];
    int count = 0;
    for (int i = 0; i < n && count <= MOST; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        distinct[count++] = sorted[i];
      }
    }
    if (count <= MOST) {
      return middles(distinct, count);
    }
    float[] chosen = new float[MOST];
    count = 0;
    for (int b = 0; b < MOST; b++) {
      float value = sorted[(int) ((2L * b + 1) * n / (2L * MOST))];
      if (count == 0 || value > chosen[count - 1]) {
        chosen[count++] = value;
      }
    }
    return middles(chosen, count);
  }

  private static float[] middles(float[] values, int count) {
    float[] middles = new float[Math.max(0, count - 1)];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = values[i] + (values[i + 1] - values[i]) / 2;
    }
    return middles;
  }

  /** Number of features. */
  public int features() {
    return edges.length;
  }

  /** Bins of a feature, the one for missing values included. */
  int count(int feature) {
    return edges[feature].length + 2;
  }

  /** Largest value of a bin; the last bin has none. */
  float edge(int feature, int bin) {
    return edges[feature][bin - 1];
  }

  /** The bin of a value. */
  int bin(int feature, float value) {
    if (Float.isNaN(value)) {
      return 0;
    }
    float[] cuts = edges[feature];
    int low = 0;
    int high = cuts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value <= cuts[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low + 1;
  }
}
