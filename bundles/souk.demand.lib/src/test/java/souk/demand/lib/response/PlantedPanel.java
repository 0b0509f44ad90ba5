package souk.demand.lib.response;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import souk.demand.lib.math.Normal;

/** A panel of weekly series with season, trend, noise and planted elasticities around -2. */
record PlantedPanel(List<ResponseItem> items, double[] truth) {
  static PlantedPanel of(int count, int weeks, double between, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] season = new double[weeks];
    for (int t = 0; t < weeks; t++) {
      season[t] = 0.6 * Math.sin(2 * Math.PI * t / 52) + 0.2 * gauss(random);
    }
    List<ResponseItem> items = new ArrayList<>();
    double[] truth = new double[count];
    for (int i = 0; i < count; i++) {
      truth[i] = -2 + between * gauss(random);
      double[] units = new double[weeks];
      double[] price = new double[weeks];
      double base = 2 + 8 * random.nextDouble();
      double slope = 0.01 * gauss(random);
      for (int t = 0; t < weeks; t++) {
        price[t] = base * (random.nextInt(4) == 0 ? 0.8 : 1) * (1 + 0.02 * gauss(random));
        double log =
            5
                + truth[i] * Math.log(price[t] / base)
                + slope * t
                + season[t]
                + noise * gauss(random);
        units[t] = Math.exp(log);
      }
      items.add(ResponseItem.series("item" + i, units, price));
    }
    return new PlantedPanel(items, truth);
  }

  static double gauss(SplittableRandom random) {
    return Normal.quantile((random.nextInt(1 << 24) + 0.5) / (1 << 24));
  }
}
