package souk.demand.lib.pooled;

import souk.demand.lib.pooled.PooledPanel.Group;

/**
 * What the level of a product is by its attributes, its usual price and its category: a ridge
 * regression over the products that have sold, so that a new item is not taken for an average one.
 * Stateless but for the panel's figures.
 */
final class AttributePrior {
  private static final double STRENGTH = 2;
  private static final double CATEGORY_STEPS = 4;
  private static final int MOST_ATTRIBUTES = 32;

  private final int[] category;
  private final int categories;
  private final double[][] figures;
  private final boolean isUseful;

  AttributePrior(PooledPanel panel) {
    int products = panel.count(Group.PRODUCT);
    int width = Math.min(MOST_ATTRIBUTES, panel.series(0).attributes().length) + 1;
    this.category = new int[products];
    this.categories = panel.count(Group.CATEGORY);
    this.figures = new double[products][width];
    this.isUseful = products > width + 2;
    int[] counts = new int[products * width];
    for (int s = 0; s < panel.size(); s++) {
      int product = panel.code(Group.PRODUCT, s);
      category[product] = panel.code(Group.CATEGORY, s);
      for (int k = 0; k < width; k++) {
        double value = k == width - 1 ? usualPrice(panel, s) : panel.series(s).attributes()[k];
        if (!Double.isNaN(value)) {
          figures[product][k] += value;
          counts[product * width + k]++;
        }
      }
    }
    for (int k = 0; k < width; k++) {
      standardize(k, width, counts);
    }
  }

  private static double usualPrice(PooledPanel panel, int s) {
    float[] base = panel.series(s).basePrice();
    float[] price = base.length > 0 ? base : panel.series(s).price();
    double highest = 0;
    for (float value : price) {
      highest = value > highest ? value : highest;
    }
    return highest > 0 ? StrictMath.log(highest) : Double.NaN;
  }

  /** Mean 0 and deviation 1 over the products; 0 where nothing is known. */
  private void standardize(int k, int width, int[] counts) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int p = 0; p < figures.length; p++) {
      int count = counts[p * width + k];
      if (count > 0) {
        figures[p][k] /= count;
        sum += figures[p][k];
        squares += figures[p][k] * figures[p][k];
        n++;
      }
    }
    double mean = n == 0 ? 0 : sum / n;
    double spread = n == 0 ? 0 : StrictMath.sqrt(Math.max(0, squares / n - mean * mean));
    for (int p = 0; p < figures.length; p++) {
      boolean isKnown = counts[p * width + k] > 0 && spread > 1e-9 * Math.abs(mean);
      figures[p][k] = isKnown && spread > 0 ? (figures[p][k] - mean) / spread : 0;
    }
  }

  /**
   * Expected effect of each product on the logarithm of the level.
   *
   * @param effect mean effect of each product that has sold
   * @param weight how much is known of each; 0 if it has not sold
   */
  double[] of(double[] effect, double[] weight) {
    double[] expected = new double[effect.length];
    if (!isUseful) {
      return expected;
    }
    double[] slopes = slopes(effect, weight);
    double[] sum = new double[categories];
    double[] sums = new double[categories];
    for (int p = 0; p < effect.length; p++) {
      for (int k = 0; k < slopes.length; k++) {
        expected[p] += slopes[k] * figures[p][k];
      }
      if (weight[p] > 0) {
        sum[category[p]] += effect[p] - expected[p];
        sums[category[p]]++;
      }
    }
    for (int p = 0; p < effect.length; p++) {
      expected[p] += sum[category[p]] / (sums[category[p]] + CATEGORY_STEPS);
    }
    return expected;
  }

  private double[] slopes(double[] effect, double[] weight) {
    int width = figures[0].length;
    double[] moments = new double[width * width + width];
    for (int p = 0; p < effect.length; p++) {
      if (weight[p] > 0) {
        for (int i = 0; i < width; i++) {
          for (int j = 0; j <= i; j++) {
            moments[i * width + j] += figures[p][i] * figures[p][j];
          }
          moments[width * width + i] += figures[p][i] * effect[p];
        }
      }
    }
    return Ridge.solve(moments, new double[width], STRENGTH);
  }
}
