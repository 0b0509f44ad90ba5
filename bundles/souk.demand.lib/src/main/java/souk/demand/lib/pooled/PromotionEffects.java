package souk.demand.lib.pooled;

import java.util.Arrays;
import souk.demand.lib.pooled.PooledPanel.Group;

/**
 * What price cuts, flags and the calendar do to the logarithm of units, by product: ridge
 * regressions within series, each product drawn towards its category and that towards all.
 * Immutable.
 */
final class PromotionEffects {
  private static final double PRIOR_ALL = 1;
  private static final double PRIOR_CATEGORY = 20;
  private static final double PRIOR_PRODUCT = 20;
  private static final double PRIOR_CALENDAR = 200;
  private static final double MOST = 4;

  private final PooledPanel panel;
  private final Drivers drivers;
  private final CommonColumns common;
  private final int promoting;
  private final int width;
  private final double[][] slopes;
  private final float[][] calendar;

  private PromotionEffects(PooledPanel panel, boolean withDrivers) {
    this.panel = panel;
    this.drivers = new Drivers(panel);
    this.common = new CommonColumns(panel);
    this.promoting = withDrivers ? drivers.width() : 0;
    this.width = promoting + common.width();
    this.slopes = new double[panel.count(Group.PRODUCT)][width];
    this.calendar = new float[common.width() == 0 ? 1 : slopes.length][panel.steps()];
  }

  /**
   * Fits to the known steps.
   *
   * @param withDrivers whether prices and flags take part
   */
  static PromotionEffects fit(PooledPanel panel, boolean withDrivers) {
    PromotionEffects effects = new PromotionEffects(panel, withDrivers);
    if (effects.width > 0) {
      effects.learn();
    }
    return effects;
  }

  private void learn() {
    int products = slopes.length;
    double[][] moments = new double[products][width * width + width];
    int[] categoryOf = new int[products];
    double[] x = new double[width];
    for (int s = 0; s < panel.size(); s++) {
      int product = panel.code(Group.PRODUCT, s);
      categoryOf[product] = panel.code(Group.CATEGORY, s);
      collect(s, x, moments[product]);
    }
    double[][] byCategory = new double[panel.count(Group.CATEGORY)][width * width + width];
    double[] all = new double[width * width + width];
    for (int p = 0; p < products; p++) {
      for (int i = 0; i < all.length; i++) {
        byCategory[categoryOf[p]][i] += moments[p][i];
        all[i] += moments[p][i];
      }
    }
    double[] together = Ridge.solve(all, new double[width], PRIOR_ALL);
    double[] strength = new double[width];
    Arrays.fill(strength, 0, promoting, PRIOR_PRODUCT);
    Arrays.fill(strength, promoting, width, PRIOR_CALENDAR);
    double[][] ofCategory = new double[byCategory.length][];
    for (int c = 0; c < ofCategory.length; c++) {
      ofCategory[c] = Ridge.solve(byCategory[c], together, PRIOR_CATEGORY);
    }
    for (int p = 0; p < products; p++) {
      slopes[p] = Ridge.solve(moments[p], ofCategory[categoryOf[p]], strength);
      for (int t = 0; common.width() > 0 && t < panel.steps(); t++) {
        fill(-1, t, x);
        calendar[p][t] = sum(slopes[p], x, promoting, width);
      }
    }
  }

  /**
   * @param s the series, or -1 if only the calendar matters
   */
  private void fill(int s, int t, double[] x) {
    if (promoting > 0 && s >= 0) {
      drivers.fill(s, t, x);
    }
    common.fill(t, x, promoting);
  }

  private static float sum(double[] slope, double[] x, int from, int until) {
    double sum = 0;
    for (int i = from; i < until; i++) {
      sum += slope[i] * x[i];
    }
    return (float) Math.max(-MOST, Math.min(MOST, sum));
  }

  private void collect(int s, double[] x, double[] moments) {
    double[] means = new double[width + 1];
    int n = 0;
    double offset = offset(s);
    for (int pass = 0; pass < 2; pass++) {
      for (int t = 0; t < panel.known(); t++) {
        float units = panel.units(s, t);
        if (!(units >= 0)) {
          continue;
        }
        fill(s, t, x);
        double y = StrictMath.log(units + offset);
        if (pass == 0) {
          n++;
          for (int i = 0; i < width; i++) {
            means[i] += x[i];
          }
          means[width] += y;
        } else {
          add(x, y - means[width], means, moments);
        }
      }
      for (int i = 0; pass == 0 && i <= width; i++) {
        means[i] /= Math.max(1, n);
      }
    }
  }

  private void add(double[] x, double y, double[] means, double[] moments) {
    for (int i = 0; i < width; i++) {
      double xi = x[i] - means[i];
      for (int j = 0; j <= i; j++) {
        moments[i * width + j] += xi * (x[j] - means[j]);
      }
      moments[width * width + i] += xi * y;
    }
  }

  private double offset(int s) {
    double sum = 0;
    int n = 0;
    for (int t = 0; t < panel.known(); t++) {
      if (panel.units(s, t) >= 0) {
        sum += panel.units(s, t);
        n++;
      }
    }
    return Math.max(1e-12, Math.min(0.5, sum / Math.max(1, n)));
  }

  /** Effect of prices and flags on the logarithm of units at each step, future included. */
  float[] of(int s) {
    float[] effect = new float[panel.steps()];
    if (promoting == 0) {
      return effect;
    }
    double[] slope = slopes[panel.code(Group.PRODUCT, s)];
    double[] x = new double[width];
    for (int t = 0; t < effect.length; t++) {
      drivers.fill(s, t, x);
      effect[t] = sum(slope, x, 0, promoting);
    }
    return effect;
  }

  /** Effect of the calendar at each step, future included; shared, not to be changed. */
  float[] ofCalendar(int s) {
    return calendar[common.width() == 0 ? 0 : panel.code(Group.PRODUCT, s)];
  }
}
