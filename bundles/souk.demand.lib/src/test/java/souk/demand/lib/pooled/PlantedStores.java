package souk.demand.lib.pooled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Stores and products with a known mean demand per week: level, season, price cuts, displays. */
final class PlantedStores {
  static final int STORES = 8;
  static final int PRODUCTS = 10;
  static final double ELASTICITY = -2;
  static final double DISPLAY = 0.6;

  final PooledPanel panel;
  final double[][] mean;
  final double[][] baseline;

  PlantedStores(int steps, int known, long seed) {
    this(steps, known, seed, 0);
  }

  /**
   * @param dip share of baseline lost in the week after a promotion
   */
  PlantedStores(int steps, int known, long seed, double dip) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PooledSeries> all = new ArrayList<>();
    mean = new double[STORES * PRODUCTS][steps];
    baseline = new double[STORES * PRODUCTS][steps];
    double[] storeSize = random.doubles(STORES, 0.6, 1.8).toArray();
    double[] productSize = random.doubles(PRODUCTS, 15, 60).toArray();
    for (int s = 0; s < mean.length; s++) {
      int store = s / PRODUCTS;
      int product = s % PRODUCTS;
      float[] units = new float[steps];
      float[] price = new float[steps];
      float[] base = new float[steps];
      float[] display = new float[steps];
      double drift = 0;
      for (int t = 0; t < steps; t++) {
        drift += 0.01 * gauss(random);
        base[t] = 2 + product;
        SplittableRandom week = new SplittableRandom(seed * 31 + product * 1_000L + t);
        boolean cut = week.nextInt(6) == 0;
        price[t] = cut ? base[t] * (float) (0.65 + 0.1 * week.nextInt(3)) : base[t];
        display[t] = cut && random.nextInt(2) == 0 ? 1 : 0;
        double season = 0.25 * Math.sin(2 * Math.PI * (t + 4 * (product % 3)) / 52);
        baseline[s][t] = storeSize[store] * productSize[product] * Math.exp(season + drift);
        double lift =
            Math.exp(ELASTICITY * Math.log(price[t] / (double) base[t]) + DISPLAY * display[t]);
        boolean after = t > 0 && price[t - 1] < base[t - 1] && !cut;
        mean[s][t] = baseline[s][t] * lift * (after ? 1 - dip : 1);
        units[t] = poisson(random, mean[s][t]);
      }
      if (s == mean.length - 1) {
        Arrays.fill(units, 0, known, Float.NaN);
      }
      all.add(
          new PooledSeries(
              "store " + store + " product " + product,
              "product " + product,
              "store " + store,
              "category " + product % 2,
              units,
              price,
              base,
              new float[][] {display},
              new float[] {store}));
    }
    panel = new PooledPanel(all, steps, known, PooledTiming.WEEKS, new float[0][]);
  }

  static double gauss(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  static int poisson(SplittableRandom random, double mean) {
    if (mean > 200) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * gauss(random)));
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
