package souk.demand.lib.pooled;

import java.nio.ByteBuffer;
import java.util.Arrays;
import souk.demand.lib.math.Normal;

/**
 * Quantiles of seen over predicted on steps no tree has learned from (split conformal prediction;
 * Vovk et al., 2005), apart for promoted and other steps and for small and large predictions;
 * between groups of size the quantiles are interpolated. With nothing to learn from, the spread is
 * that of Poisson counts. Immutable.
 */
final class Calibration {
  /** Fewest steps that make a group. */
  static final int FEWEST = 60;

  private static final int MOST_GROUPS = 8;

  private final double[][] centres = new double[2][];
  private final double[][][] ratios = new double[2][][];
  private final double error;

  /**
   * @param predicted above 0
   * @param seen at least 0
   * @param promoted kind of each step
   * @param count how many of the entries are used
   */
  Calibration(double[] predicted, double[] seen, boolean[] promoted, int count) {
    double errors = 0;
    double units = 0;
    for (int i = 0; i < count; i++) {
      errors += StrictMath.abs(seen[i] - predicted[i]);
      units += seen[i];
    }
    error = units > 0 ? errors / units : 0;
    for (int kind = 0; kind < 2; kind++) {
      Integer[] order = new Integer[count];
      int n = 0;
      for (int i = 0; i < count; i++) {
        if (promoted[i] == (kind == 1)) {
          order[n++] = i;
        }
      }
      if (n < FEWEST) {
        n = 0;
        for (int i = 0; i < count; i++) {
          order[n++] = i;
        }
      }
      Arrays.sort(order, 0, n, (a, b) -> Double.compare(predicted[a], predicted[b]));
      int groups = Math.max(1, Math.min(MOST_GROUPS, n / FEWEST));
      centres[kind] = new double[groups];
      ratios[kind] = new double[groups][];
      for (int g = 0; g < groups; g++) {
        int from = (int) ((long) g * n / groups);
        int until = (int) ((long) (g + 1) * n / groups);
        double[] ratio = new double[until - from];
        double sum = 0;
        for (int i = from; i < until; i++) {
          int at = order[i];
          ratio[i - from] = seen[at] / predicted[at];
          sum += StrictMath.log(predicted[at]);
        }
        Arrays.sort(ratio);
        ratios[kind][g] = ratio;
        centres[kind][g] = sum / Math.max(1, until - from);
      }
    }
  }

  /** The quantile of a step with this prediction. */
  double quantile(double predicted, boolean promoted, double level) {
    int kind = promoted ? 1 : 0;
    if (ratios[kind][0].length == 0) {
      return Math.max(0, predicted + Normal.quantile(level) * StrictMath.sqrt(predicted));
    }
    double at = StrictMath.log(predicted);
    double[] centre = centres[kind];
    int upper = 0;
    while (upper < centre.length && centre[upper] < at) {
      upper++;
    }
    if (upper == 0) {
      return predicted * ratio(ratios[kind][0], level);
    }
    double low = ratio(ratios[kind][upper - 1], level);
    if (upper == centre.length) {
      return predicted * low;
    }
    double share = (at - centre[upper - 1]) / (centre[upper] - centre[upper - 1]);
    return predicted * (low + share * (ratio(ratios[kind][upper], level) - low));
  }

  private static double ratio(double[] sorted, double level) {
    double at = level * (sorted.length + 1) - 1;
    int low = (int) Math.floor(Math.max(0, Math.min(sorted.length - 1, at)));
    int high = Math.min(sorted.length - 1, low + 1);
    double share = Math.max(0, Math.min(1, at - low));
    return sorted[low] + share * (sorted[high] - sorted[low]);
  }

  /** Sum of absolute errors over sum of units on the steps it was made from. */
  double error() {
    return error;
  }

  int bytes() {
    int bytes = Double.BYTES;
    for (int kind = 0; kind < 2; kind++) {
      bytes += Integer.BYTES;
      for (double[] group : ratios[kind]) {
        bytes += Integer.BYTES + (1 + group.length) * Double.BYTES;
      }
    }
    return bytes;
  }

  void write(ByteBuffer out) {
    out.putDouble(error);
    for (int kind = 0; kind < 2; kind++) {
      out.putInt(ratios[kind].length);
      for (int g = 0; g < ratios[kind].length; g++) {
        out.putDouble(centres[kind][g]);
        out.putInt(ratios[kind][g].length);
        for (double ratio : ratios[kind][g]) {
          out.putDouble(ratio);
        }
      }
    }
  }

  private Calibration(ByteBuffer in) {
    error = in.getDouble();
    for (int kind = 0; kind < 2; kind++) {
      int groups = in.getInt();
      if (groups < 1 || groups > MOST_GROUPS) {
        throw new IllegalArgumentException("%d groups of quantiles".formatted(groups));
      }
      centres[kind] = new double[groups];
      ratios[kind] = new double[groups][];
      for (int g = 0; g < groups; g++) {
        centres[kind][g] = in.getDouble();
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / Double.BYTES) {
          throw new IllegalArgumentException("%d quantiles".formatted(count));
        }
        ratios[kind][g] = new double[count];
        for (int i = 0; i < count; i++) {
          ratios[kind][g][i] = in.getDouble();
        }
      }
    }
  }

  /**
   * @throws IllegalArgumentException if the bytes are none
   */
  static Calibration read(ByteBuffer in) {
    return new Calibration(in);
  }
}
