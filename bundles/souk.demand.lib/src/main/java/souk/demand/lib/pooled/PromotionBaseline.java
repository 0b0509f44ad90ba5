package souk.demand.lib.pooled;

import souk.demand.lib.pooled.PooledPanel.Group;

/**
 * Takes demand apart: a promotion-free baseline (a slow level times the season of the category),
 * the lift of prices and flags, and the dip of the two steps after a promotion. All parts multiply;
 * they are fitted in turn by Poisson likelihood, so that zeros are no trouble. A step that sells
 * almost nothing of what was expected is held for a stock-out and left out. Read-only after the
 * fit.
 */
public final class PromotionBaseline {
  private static final int ROUNDS = 6;
  private static final int DIP_STEPS = 2;
  private static final double BANDWIDTH = 7;
  private static final double PRIOR = 2;
  private static final double SEASON_PRIOR = 5;
  private static final double MOST = 4;

  private final PooledPanel panel;
  private final Drivers drivers;
  private final int width;
  private final double[][] slopes;
  private final double[][] season;
  private final double[][] level;
  private final StockOuts stockOuts;

  private PromotionBaseline(PooledPanel panel) {
    this.panel = panel;
    this.drivers = new Drivers(panel);
    this.width = drivers.width() + DIP_STEPS;
    this.slopes = new double[panel.count(Group.PRODUCT)][width];
    this.season = new double[panel.count(Group.CATEGORY)][Math.max(1, panel.timing().year())];
    for (double[] one : season) {
      java.util.Arrays.fill(one, 1);
    }
    this.level = new double[panel.size()][panel.known()];
    this.stockOuts = new StockOuts(panel);
  }

  /** Fits to the known steps. */
  public static PromotionBaseline fit(PooledPanel panel) {
    PromotionBaseline fit = new PromotionBaseline(panel);
    for (int round = 0; round < ROUNDS; round++) {
      for (int s = 0; s < panel.size(); s++) {
        fit.level(s);
      }
      if (round >= 2) {
        for (int s = 0; s < panel.size(); s++) {
          fit.stockOuts.find(s, fit.expected(s));
        }
      }
      fit.effects();
      if (panel.known() >= 2 * panel.timing().year() && panel.timing().year() > 1) {
        fit.seasons();
      }
    }
    for (int s = 0; s < panel.size(); s++) {
      fit.level(s);
    }
    return fit;
  }

  /**
   * The parts of one series, per known step; units are their sum and a remainder.
   *
   * @param baseline demand without promotion, calendar included
   * @param calendar part of the baseline that is due to the season
   * @param lift more because of price and flags
   * @param dip less because of a promotion before, at most 0 where stocks were filled
   * @param stockOut steps held for sold out, where units say nothing
   */
  public record Parts(
      double[] baseline, double[] calendar, double[] lift, double[] dip, boolean[] stockOut) {}

  /** Takes one series apart. */
  public Parts of(int s) {
    int n = panel.known();
    Parts parts =
        new Parts(new double[n], new double[n], new double[n], new double[n], stockOuts.of(s));
    double[] x = new double[width];
    for (int t = 0; t < n; t++) {
      drivers(s, t, x);
      double base = level[s][t] * season(s, t);
      double lift = StrictMath.exp(effect(s, x, 0, drivers.width()));
      double dip = StrictMath.exp(effect(s, x, drivers.width(), width));
      parts.baseline[t] = base;
      parts.calendar[t] = base - level[s][t];
      parts.lift[t] = base * (lift - 1) * dip;
      parts.dip[t] = base * (dip - 1);
    }
    return parts;
  }

  private double season(int s, int t) {
    double[] index = season[panel.code(Group.CATEGORY, s)];
    return index[t % index.length];
  }

  private double effect(int s, double[] x, int from, int until) {
    double[] slope = slopes[panel.code(Group.PRODUCT, s)];
    double sum = 0;
    for (int i = from; i < until; i++) {
      sum += slope[i] * x[i];
    }
    return Math.max(-MOST, Math.min(MOST, sum));
  }

  /** Drivers of the step, then one flag per step since a promotion that has ended. */
  private void drivers(int s, int t, double[] x) {
    drivers.fill(s, t, x);
    boolean promoted = drivers.isPromoted(s, t);
    for (int lag = 1; lag <= DIP_STEPS; lag++) {
      boolean before = !promoted && t >= lag && drivers.isPromoted(s, t - lag);
      for (int u = t - lag + 1; before && u < t; u++) {
        before = !drivers.isPromoted(s, u);
      }
      x[drivers.width() + lag - 1] = before ? 1 : 0;
    }
  }

  private boolean counts(int s, int t) {
    return panel.units(s, t) >= 0 && !stockOuts.isOut(s, t);
  }

  private double[] expected(int s) {
    double[] expected = new double[panel.known()];
    double[] x = new double[width];
    for (int t = 0; t < expected.length; t++) {
      drivers(s, t, x);
      expected[t] = level[s][t] * season(s, t) * StrictMath.exp(effect(s, x, 0, width));
    }
    return expected;
  }

  /** Kernel-weighted sum of units over that of what one unit of level would have sold. */
  private void level(int s) {
    int n = panel.known();
    double[] units = new double[n];
    double[] share = new double[n];
    double[] x = new double[width];
    for (int t = 0; t < n; t++) {
      if (counts(s, t)) {
        drivers(s, t, x);
        units[t] = panel.units(s, t);
        share[t] = season(s, t) * StrictMath.exp(effect(s, x, 0, width));
      }
    }
    int reach = (int) (3 * BANDWIDTH);
    double whole = sum(units) / Math.max(1e-9, sum(share));
    for (int t = 0; t < n; t++) {
      double seen = 0.05 * whole;
      double could = 0.05;
      for (int u = Math.max(0, t - reach); u <= Math.min(n - 1, t + reach); u++) {
        double distance = (u - t) / BANDWIDTH;
        double weight = 1 / (1 + distance * distance * distance * distance);
        double precise = share[u] > 0 ? weight / share[u] : 0;
        seen += precise * units[u];
        could += precise * share[u];
      }
      level[s][t] = seen / could;
    }
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** One Newton step of a Poisson regression per product, drawn to what all products show. */
  private void effects() {
    double[] all = new double[width * width + width];
    double[][] moments = new double[slopes.length][all.length];
    double[] x = new double[width];
    for (int s = 0; s < panel.size(); s++) {
      double[] mine = moments[panel.code(Group.PRODUCT, s)];
      double[] slope = slopes[panel.code(Group.PRODUCT, s)];
      double[] expected = expected(s);
      for (int t = 0; t < expected.length; t++) {
        if (counts(s, t)) {
          drivers(s, t, x);
          add(x, slope, panel.units(s, t) - expected[t], expected[t], mine);
        }
      }
    }
    for (double[] mine : moments) {
      for (int i = 0; i < all.length; i++) {
        all[i] += mine[i];
      }
    }
    double[] common = Ridge.solve(all, new double[width], PRIOR);
    for (int p = 0; p < slopes.length; p++) {
      slopes[p] = Ridge.solve(moments[p], common, PRIOR);
    }
  }

  private static void add(
      double[] x, double[] slope, double residual, double weight, double[] moments) {
    int n = x.length;
    double linear = 0;
    for (int i = 0; i < n; i++) {
      linear += slope[i] * x[i];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        moments[i * n + j] += weight * x[i] * x[j];
      }
      moments[n * n + i] += x[i] * (residual + weight * linear);
    }
  }

  /** Units of a category at each phase of the year over what was expected without season. */
  private void seasons() {
    int year = season[0].length;
    double[][] seen = new double[season.length][year];
    double[][] could = new double[season.length][year];
    for (int s = 0; s < panel.size(); s++) {
      int category = panel.code(Group.CATEGORY, s);
      double[] expected = expected(s);
      for (int t = 0; t < expected.length; t++) {
        if (counts(s, t)) {
          double plain = expected[t] / season(s, t);
          seen[category][t % year] += panel.units(s, t);
          could[category][t % year] += plain;
        }
      }
    }
    for (int c = 0; c < season.length; c++) {
      double mean = (sum(seen[c]) + SEASON_PRIOR) / (sum(could[c]) + SEASON_PRIOR);
      for (int phase = 0; phase < year; phase++) {
        double above = SEASON_PRIOR * mean;
        double below = SEASON_PRIOR;
        for (int k = -1; k <= 1; k++) {
          int at = Math.floorMod(phase + k, year);
          above += (k == 0 ? 2 : 1) * seen[c][at];
          below += (k == 0 ? 2 : 1) * could[c][at];
        }
        season[c][phase] = above / below / mean;
      }
    }
  }
}
