package souk.demand.lib.pooled;

/**
 * What promotes a step: the price cut, the cut under a flag, and each flag. Stateless but for the
 * panel.
 */
final class Drivers {
  private static final double LEAST_CUT = 0.02;

  private final PooledPanel panel;

  Drivers(PooledPanel panel) {
    this.panel = panel;
  }

  int width() {
    return 2 + panel.series(0).flags().length;
  }

  /** Fills {@link #width()} values; what is unknown counts as no promotion. */
  void fill(int s, int t, double[] x) {
    double cut = cut(s, t);
    float[][] flags = panel.series(s).flags();
    double any = 0;
    for (int k = 0; k < flags.length; k++) {
      double flag = Float.isNaN(flags[k][t]) ? 0 : flags[k][t];
      x[2 + k] = flag;
      any = Math.max(any, flag);
    }
    x[0] = cut;
    x[1] = cut * Math.min(1, any);
  }

  /** Logarithm of price over regular price, 0 where unknown. */
  double cut(int s, int t) {
    float[] ratio = panel.ratio(s);
    return t < ratio.length && !Float.isNaN(ratio[t]) ? ratio[t] : 0;
  }

  /** Whether a flag is up or the price is at least two percent below the regular one. */
  boolean isPromoted(int s, int t) {
    for (float[] flag : panel.series(s).flags()) {
      if (flag[t] > 0) {
        return true;
      }
    }
    return cut(s, t) < -LEAST_CUT;
  }
}
