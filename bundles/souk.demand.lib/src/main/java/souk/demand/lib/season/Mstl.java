package souk.demand.lib.season;

import java.util.Arrays;

/**
 * Several seasons taken out in turn by local regression, shortest first, twice (Bandara, Hyndman,
 * Bergmeir, International Journal of Operational Research, 2021).
 *
 * <p>value = trend + all seasons + rest. Immutable, thread-safe.
 */
public final class Mstl {
  private static final int PASSES = 2;
  private static final int WINDOW_STEP = 4;

  private final int[] periods;
  private final double[][] seasons;
  private final double[] trend;
  private final double[] rest;

  private Mstl(int[] periods, double[][] seasons, double[] trend, double[] rest) {
    this.periods = periods;
    this.seasons = seasons;
    this.trend = trend;
    this.rest = rest;
  }

  /**
   * Decomposes.
   *
   * @param periods steps of the seasons; those of which the history holds no more than two are left
   *     out, at least one must remain
   */
  public static Mstl of(double[] y, int... periods) {
    int[] usable =
        Arrays.stream(periods)
            .filter(period -> period > 1 && y.length > 2 * period)
            .distinct()
            .sorted()
            .toArray();
    if (usable.length == 0) {
      throw new IllegalArgumentException(
          "None of the seasons %s fits twice into %d observations."
              .formatted(Arrays.toString(periods), y.length));
    }
    double[][] seasons = new double[usable.length][y.length];
    double[] left = y.clone();
    double[] trend = new double[0];
    for (int pass = 0; pass < (usable.length == 1 ? 1 : PASSES); pass++) {
      for (int i = 0; i < usable.length; i++) {
        add(left, seasons[i], 1);
        Stl parts = Stl.of(left, usable[i], Stl.USUAL_WINDOW + WINDOW_STEP * i);
        seasons[i] = parts.season();
        trend = parts.trend();
        add(left, seasons[i], -1);
      }
    }
    double[] rest = left.clone();
    add(rest, trend, -1);
    return new Mstl(usable, seasons, trend, rest);
  }

  private static void add(double[] to, double[] values, int sign) {
    for (int t = 0; t < to.length; t++) {
      to[t] += sign * values[t];
    }
  }

  /** The seasons found usable, shortest first. */
  public int[] periods() {
    return periods.clone();
  }

  /** One seasonal component, oldest first. */
  public double[] season(int index) {
    return seasons[index].clone();
  }

  /** The trend, oldest first. */
  public double[] trend() {
    return trend.clone();
  }

  /** What is left, oldest first. */
  public double[] rest() {
    return rest.clone();
  }

  /** The history without its seasons. */
  public double[] adjusted() {
    double[] adjusted = trend.clone();
    add(adjusted, rest, 1);
    return adjusted;
  }

  /** All seasons together at a step ahead, 0-based: those of the last season each. */
  public double ahead(int step) {
    double sum = 0;
    for (int i = 0; i < periods.length; i++) {
      int period = periods[i];
      sum += seasons[i][seasons[i].length - period + step % period];
    }
    return sum;
  }
}
