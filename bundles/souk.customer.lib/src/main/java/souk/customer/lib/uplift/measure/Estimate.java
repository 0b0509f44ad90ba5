package souk.customer.lib.uplift.measure;

import java.util.Arrays;

/**
 * A figure with the bounds of its interval.
 *
 * @param value what was estimated
 * @param low lower bound
 * @param high upper bound
 */
public record Estimate(double value, double low, double high) {
  private static final double NORMAL_975 = 1.959963984540054;

  /** Mean of independent figures with its normal 95 % interval. */
  public static Estimate ofMean(double[] figures) {
    double mean = Arrays.stream(figures).sum() / figures.length;
    double squares = 0;
    for (double f : figures) {
      squares += (f - mean) * (f - mean);
    }
    double n = figures.length;
    double half = NORMAL_975 * StrictMath.sqrt(squares / Math.max(1, n - 1) / n);
    return new Estimate(mean, mean - half, mean + half);
  }

  /** A value with the 95 % percentile interval of its replicates, of which NaN do not count. */
  public static Estimate ofReplicates(double value, double[] replicates) {
    double[] sorted = Arrays.stream(replicates).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return new Estimate(value, Double.NaN, Double.NaN);
    }
    int cut = (int) Math.floor(0.025 * sorted.length);
    return new Estimate(value, sorted[cut], sorted[sorted.length - 1 - cut]);
  }

  public boolean contains(double figure) {
    return low <= figure && figure <= high;
  }
}
