package souk.demand.lib.pooled;

import souk.demand.lib.pooled.PooledPanel.Group;

/**
 * What price cuts and flags do to the logarithm of units, by product: ridge regressions within
 * series, each product drawn towards its category and that towards all. Immutable.
 */
final class PromotionEffects {
  private static final double PRIOR_ALL = 1;
  private static final double PRIOR_CATEGORY = 20;
  private static final double PRIOR_PRODUCT = 20;
  private static final double MOST = 4;

  private final PooledPanel panel;
  private final Drivers drivers;
  private final int width;
  private final double[][] slopes;

  private PromotionEffects(PooledPanel panel, int width, double[][] slopes) {
    this.panel = panel;
    this.drivers = new Drivers(panel);
    this.width = width;
    this.slopes = slopes;
  }

  /** No effect at all. */
  static PromotionEffects none(PooledPanel panel) {
    return new PromotionEffects(panel, 0, new double[0][]);
  }

  static PromotionEffects fit(PooledPanel panel) {
    int width = new Drivers(panel).width();
    int products = panel.count(Group.PRODUCT);
    double[][] moments = new double[products][width * width + width];
    int[] categoryOf = new int[products];
    PromotionEffects empty = new PromotionEffects(panel, width, new double[0][]);
    double[] x = new double[width];
    for (int s = 0; s < panel.size(); s++) {
      int product = panel.code(Group.PRODUCT, s);
      categoryOf[product] = panel.code(Group.CATEGORY, s);
      empty.collect(s, x, moments[product]);
    }
    double[][] byCategory = new double[panel.count(Group.CATEGORY)][width * width + width];
    double[] all = new double[width * width + width];
    for (int p = 0; p < products; p++) {
      for (int i = 0; i < all.length; i++) {
        byCategory[categoryOf[p]][i] += moments[p][i];
        all[i] += moments[p][i];
      }
    }
    double[] common = Ridge.solve(all, new double[width], PRIOR_ALL);
    double[][] slopes = new double[products][];
    for (int p = 0; p < products; p++) {
      double[] category = Ridge.solve(byCategory[categoryOf[p]], common, PRIOR_CATEGORY);
      slopes[p] = Ridge.solve(moments[p], category, PRIOR_PRODUCT);
    }
    return new PromotionEffects(panel, width, slopes);
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
        drivers.fill(s, t, x);
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

  /** Effect on the logarithm of units at each step, future included. */
  float[] of(int s) {
    float[] effect = new float[panel.steps()];
    if (width == 0) {
      return effect;
    }
    double[] slope = slopes[panel.code(Group.PRODUCT, s)];
    double[] x = new double[width];
    for (int t = 0; t < effect.length; t++) {
      drivers.fill(s, t, x);
      double sum = 0;
      for (int i = 0; i < width; i++) {
        sum += slope[i] * x[i];
      }
      effect[t] = (float) Math.max(-MOST, Math.min(MOST, sum));
    }
    return effect;
  }
}
