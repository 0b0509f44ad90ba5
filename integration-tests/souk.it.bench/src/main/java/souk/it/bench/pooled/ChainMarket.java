package souk.it.bench.pooled;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import souk.demand.lib.pooled.PooledPanel;
import souk.demand.lib.pooled.PooledSeries;
import souk.demand.lib.pooled.PooledTiming;

/**
 * A simulated chain: weekly units of products in stores with levels, seasons, price cuts and
 * leaflets, negative-binomial noise. Same seed, same chain.
 */
final class ChainMarket {
  private static final int STORES_OF_A_CHAIN = 50;
  private static final int CATEGORIES = 20;
  private static final double DISPERSION = 8;

  final PooledPanel panel;
  final int known;

  ChainMarket(int series, int known, int horizon, long seed) {
    this.known = known;
    int steps = known + horizon;
    SplittableRandom random = new SplittableRandom(seed);
    int stores = Math.min(series, STORES_OF_A_CHAIN);
    double[] size = random.doubles(stores, 0.4, 2).toArray();
    List<PooledSeries> all = new ArrayList<>(series);
    int products = (series + stores - 1) / stores;
    for (int p = 0; p < products; p++) {
      double level = Math.exp(0.5 + 2.5 * random.nextDouble());
      double elasticity = -1 - 2 * random.nextDouble();
      double leafletLift = 0.3 + 0.5 * random.nextDouble();
      float[] cut = new float[steps];
      float[] leaflet = new float[steps];
      for (int t = 0; t < steps; t++) {
        cut[t] = random.nextInt(7) == 0 ? 0.1f * (1 + random.nextInt(4)) : 0;
        leaflet[t] = cut[t] > 0 && random.nextInt(2) == 0 ? 1 : 0;
      }
      float regular = (float) (1 + 9 * random.nextDouble());
      float[] base = new float[steps];
      float[] price = new float[steps];
      for (int t = 0; t < steps; t++) {
        base[t] = regular * (1 + 0.03f * Math.floorDiv(t, 52));
        price[t] = base[t] * (1 - cut[t]);
      }
      for (int k = 0; k < stores && all.size() < series; k++) {
        float[] units = new float[steps];
        float[] display = new float[steps];
        double drift = 0.3 * (random.nextDouble() - 0.5);
        double phase = 2 * Math.PI * (p % CATEGORIES) / CATEGORIES;
        double local = Math.exp(0.6 * (random.nextDouble() - 0.5));
        for (int t = 0; t < steps; t++) {
          display[t] = cut[t] > 0 && random.nextInt(3) == 0 ? 1 : 0;
          double mean =
              level
                  * size[k]
                  * local
                  * Math.exp(
                      0.3 * Math.sin(2 * Math.PI * t / 52 + phase)
                          + drift * t / 52
                          + elasticity * Math.log(1 - cut[t])
                          + leafletLift * leaflet[t]
                          + 0.4 * display[t]);
          units[t] = draw(random, mean);
        }
        all.add(
            new PooledSeries(
                "store " + k + " product " + p,
                "product " + p,
                "store " + k,
                "category " + p % CATEGORIES,
                units,
                price,
                base,
                new float[][] {leaflet, display},
                new float[] {(float) size[k], regular}));
      }
    }
    panel = new PooledPanel(all, steps, known, PooledTiming.WEEKS, weeks(steps));
  }

  private static float[][] weeks(int steps) {
    float[][] weeks = new float[1][steps];
    for (int t = 0; t < steps; t++) {
      weeks[0][t] = t % 52;
    }
    return weeks;
  }

  /** Normal noise of the variance of a negative binomial, rounded, never negative. */
  private static float draw(SplittableRandom random, double mean) {
    double deviation = Math.sqrt(mean + mean * mean / DISPERSION / 4);
    double gauss =
        Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
            * Math.cos(2 * Math.PI * random.nextDouble());
    return Math.max(0, Math.round(mean + deviation * gauss));
  }
}
