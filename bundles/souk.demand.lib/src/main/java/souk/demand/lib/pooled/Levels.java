package souk.demand.lib.pooled;

import souk.demand.lib.pooled.PooledPanel.Group;

/**
 * Promotion-free demand of each series up to each step: exponentially weighted means of three
 * memories over the observed steps. A series with little history is drawn towards its product and
 * its store, a product with little history towards what its attributes say. Read-only after
 * construction.
 */
final class Levels {
  static final double FAST = 0.4;
  static final double MIDDLE = 0.15;
  static final double SLOW = 0.04;

  private static final double PRIOR_STEPS = 0.5;

  final float[][] adjusted;
  final float[][] fast;
  final float[][] middle;
  final float[][] slow;
  final float[] typical;
  final float[] expected;
  final int[] first;

  Levels(PooledPanel panel, float[][] effect, float[][] calendar) {
    int n = panel.size();
    adjusted = new float[n][panel.known()];
    fast = new float[n][];
    middle = new float[n][];
    slow = new float[n][];
    typical = new float[n];
    first = new int[n];
    for (int s = 0; s < n; s++) {
      adjust(panel, s, effect[s], calendar[s]);
    }
    expected = expected(panel);
    for (int s = 0; s < n; s++) {
      fast[s] = smooth(adjusted[s], FAST, expected[s]);
      middle[s] = smooth(adjusted[s], MIDDLE, expected[s]);
      slow[s] = smooth(adjusted[s], SLOW, expected[s]);
    }
  }

  private void adjust(PooledPanel panel, int s, float[] effect, float[] calendar) {
    double sum = 0;
    int seen = 0;
    first[s] = panel.known();
    for (int t = 0; t < panel.known(); t++) {
      float units = panel.units(s, t);
      if (units >= 0) {
        adjusted[s][t] = (float) (units / StrictMath.exp(effect[t] + calendar[t]));
        sum += adjusted[s][t];
        if (seen++ == 0) {
          first[s] = t;
        }
      } else {
        adjusted[s][t] = Float.NaN;
      }
    }
    typical[s] = seen == 0 ? Float.NaN : (float) (sum / seen);
  }

  /** Level a series would have by its product, what that is, and its store alone. */
  private float[] expected(PooledPanel panel) {
    double all = 0;
    int counted = 0;
    double[] logs = new double[typical.length];
    for (int s = 0; s < logs.length; s++) {
      logs[s] = typical[s] > 0 ? StrictMath.log(typical[s]) : Double.NaN;
      if (!Double.isNaN(logs[s])) {
        all += logs[s];
        counted++;
      }
    }
    double mean = counted == 0 ? Double.NaN : all / counted;
    double[] store = new double[panel.count(Group.STORE)];
    double[] product = new double[panel.count(Group.PRODUCT)];
    for (int round = 0; round < 3; round++) {
      balance(panel, Group.PRODUCT, logs, mean, Group.STORE, store, product);
      balance(panel, Group.STORE, logs, mean, Group.PRODUCT, product, store);
    }
    double[] sold = balance(panel, Group.PRODUCT, logs, mean, Group.STORE, store, product);
    double[] seen = new double[product.length];
    for (int p = 0; p < product.length; p++) {
      seen[p] = sold[p] > 0 ? product[p] * (sold[p] + 1) / sold[p] : 0;
    }
    double[] prior = new AttributePrior(panel).of(seen, sold);
    for (int p = 0; p < product.length; p++) {
      product[p] += prior[p] / (sold[p] + 1);
    }
    float[] expected = new float[logs.length];
    for (int s = 0; s < logs.length; s++) {
      expected[s] =
          counted == 0
              ? 0
              : (float)
                  StrictMath.exp(
                      mean
                          + store[panel.code(Group.STORE, s)]
                          + product[panel.code(Group.PRODUCT, s)]);
    }
    return expected;
  }

  /** Fills the effects of a group; the answer says how many series each rests on. */
  private static double[] balance(
      PooledPanel panel,
      Group group,
      double[] logs,
      double mean,
      Group other,
      double[] known,
      double[] sought) {
    double[] sum = new double[sought.length];
    double[] n = new double[sought.length];
    for (int s = 0; s < logs.length; s++) {
      if (!Double.isNaN(logs[s])) {
        sum[panel.code(group, s)] += logs[s] - mean - known[panel.code(other, s)];
        n[panel.code(group, s)]++;
      }
    }
    for (int g = 0; g < sought.length; g++) {
      sought[g] = sum[g] / (n[g] + 1);
    }
    return n;
  }

  /** Level after each step; the answer before the first is what is expected. */
  static float[] smooth(float[] values, double alpha, double expected) {
    float[] level = new float[values.length];
    double weights = PRIOR_STEPS * alpha;
    double sum = weights * expected;
    double keep = 1 - alpha;
    for (int t = 0; t < values.length; t++) {
      if (values[t] >= 0) {
        sum = keep * sum + alpha * values[t];
        weights = keep * weights + alpha;
      }
      level[t] = (float) (sum / weights);
    }
    return level;
  }
}
