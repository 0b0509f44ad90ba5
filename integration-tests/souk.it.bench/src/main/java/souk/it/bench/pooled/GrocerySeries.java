package souk.it.bench.pooled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import souk.demand.lib.pooled.PooledPanel;
import souk.demand.lib.pooled.PooledSeries;

/** The units of single series, without price and promotion. */
public final class GrocerySeries {
  /** What is made of one series. */
  public interface Form<T> {
    T of(String id, double[] train, double[] test);
  }

  private GrocerySeries() {}

  /**
   * Every series whose horizon after the origin is known; unknown weeks before it repeat the last.
   */
  public static <T> List<T> of(PooledPanel panel, int horizon, int origin, Form<T> form) {
    List<T> all = new ArrayList<>();
    for (int s = 0; s < panel.size(); s++) {
      float[] units = panel.series(s).units();
      double[] history = history(units, origin);
      double[] ahead = new double[horizon];
      boolean known = history.length > 0;
      for (int h = 0; h < horizon; h++) {
        known &= units[origin + h] >= 0;
        ahead[h] = units[origin + h];
      }
      if (known) {
        all.add(form.of(panel.series(s).id(), history, ahead));
      }
    }
    return all;
  }

  /**
   * Logarithm of price over regular price, and the flags of promotions, from one week on until the
   * end of the horizon; those that never vary before the origin are left out, unknown weeks count
   * as usual ones.
   */
  static double[][] drivers(PooledSeries series, int from, int origin, int horizon) {
    List<double[]> varying = new ArrayList<>();
    for (int i = -1; i < series.flags().length; i++) {
      double[] column = new double[origin - from + horizon];
      boolean varies = false;
      for (int t = 0; t < column.length && from + t < series.units().length; t++) {
        double value =
            i >= 0
                ? series.flags()[i][from + t]
                : Math.log(series.price()[from + t] / series.basePrice()[from + t]);
        column[t] = Double.isFinite(value) ? value : 0;
        varies |= from + t < origin && column[t] != column[0];
      }
      if (varies) {
        varying.add(column);
      }
    }
    return varying.toArray(double[][]::new);
  }

  /** Units from the first known week up to the origin; empty if there is none. */
  static double[] history(float[] units, int origin) {
    double[] history = new double[origin];
    int first = 0;
    while (first < origin && !(units[first] >= 0)) {
      first++;
    }
    for (int t = first; t < origin; t++) {
      history[t] = units[t] >= 0 ? units[t] : history[t - 1];
    }
    return Arrays.copyOfRange(history, first, origin);
  }
}
