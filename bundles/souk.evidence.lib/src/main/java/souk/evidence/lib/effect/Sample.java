package souk.evidence.lib.effect;

import java.util.Arrays;

/**
 * Outcomes of the units of a two-arm experiment, one entry per unit.
 *
 * @param before outcome before the treatment, finite
 * @param after outcome under treatment or control, finite
 * @param treated side of the unit
 * @param stratum stratum within which the unit was randomised, at least 0
 */
public record Sample(double[] before, double[] after, boolean[] treated, int[] stratum) {
  public Sample {
    int n = before.length;
    if (after.length != n || treated.length != n || stratum.length != n) {
      throw new IllegalArgumentException(
          "All columns need %d units, but have %d, %d and %d."
              .formatted(n, after.length, treated.length, stratum.length));
    }
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(before[i]) || !Double.isFinite(after[i])) {
        throw new IllegalArgumentException(
            "Unit %d has outcomes %s before and %s after; both must be finite."
                .formatted(i, before[i], after[i]));
      }
    }
    before = before.clone();
    after = after.clone();
    treated = treated.clone();
    stratum = stratum.clone();
  }

  public int units() {
    return before.length;
  }

  /** Units on one side. */
  public int count(boolean side) {
    int n = 0;
    for (boolean t : treated) {
      n += t == side ? 1 : 0;
    }
    return n;
  }

  /** The same units as one stratum. */
  public Sample unstratified() {
    return new Sample(before, after, treated, new int[units()]);
  }

  /**
   * The same units with outcomes clipped at two quantiles of all units, before and after each on
   * their own.
   *
   * @param tail share of units clipped at each end, in [0, 0.5)
   */
  public Sample winsorised(double tail) {
    return new Sample(clip(before, tail), clip(after, tail), treated, stratum);
  }

  private static double[] clip(double[] values, double tail) {
    if (values.length == 0) {
      return values;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int cut = (int) Math.ceil(tail * values.length);
    double low = sorted[Math.min(cut, sorted.length - 1)];
    double high = sorted[Math.max(0, sorted.length - 1 - cut)];
    double[] clipped = values.clone();
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.max(low, Math.min(high, clipped[i]));
    }
    return clipped;
  }
}
