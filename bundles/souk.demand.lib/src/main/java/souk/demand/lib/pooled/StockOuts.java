package souk.demand.lib.pooled;

import java.util.Arrays;

/**
 * Steps that sold far less than chance allows: under a third of what was expected, and three
 * deviations below it, the spread being that of the series itself. Not safe for use by many
 * threads.
 */
final class StockOuts {
  private static final double SHARE = 1.0 / 3;
  private static final double DEVIATIONS = 3;

  private final PooledPanel panel;
  private final boolean[][] out;

  StockOuts(PooledPanel panel) {
    this.panel = panel;
    this.out = new boolean[panel.size()][panel.known()];
  }

  boolean isOut(int s, int t) {
    return out[s][t];
  }

  boolean[] of(int s) {
    return out[s].clone();
  }

  /** Looks at every step of a series again. */
  void find(int s, double[] expected) {
    double[] squares = new double[expected.length];
    int n = 0;
    for (int t = 0; t < expected.length; t++) {
      if (panel.units(s, t) >= 0 && expected[t] > 0) {
        double off = panel.units(s, t) - expected[t];
        squares[n++] = off * off / expected[t];
      }
    }
    if (n == 0) {
      return;
    }
    Arrays.sort(squares, 0, n);
    double spread = Math.max(1, squares[n / 2] / 0.455);
    for (int t = 0; t < expected.length; t++) {
      double units = panel.units(s, t);
      double below = (expected[t] - units) / StrictMath.sqrt(Math.max(1e-9, spread * expected[t]));
      out[s][t] = units >= 0 && units < SHARE * expected[t] && below > DEVIATIONS;
    }
  }
}
