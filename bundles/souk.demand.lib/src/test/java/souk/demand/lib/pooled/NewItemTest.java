package souk.demand.lib.pooled;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.numeric.lib.boost.Lanes;

/** Items that nobody has sold yet are forecast from what they are. */
class NewItemTest {
  private static final int PRODUCTS = 60;
  private static final int STORES = 5;
  private static final int NEW = 8;
  private static final int KNOWN = 60;
  private static final int HORIZON = 8;

  private final double[] level = new double[PRODUCTS];
  private final double[] size = {0.6, 0.8, 1, 1.3, 1.7};

  /** A level by pack size and category, with a little that no attribute tells. */
  private PooledPanel panel(boolean withAttributes) {
    SplittableRandom random = new SplittableRandom(4);
    List<PooledSeries> all = new ArrayList<>();
    for (int p = 0; p < PRODUCTS; p++) {
      double pack = random.nextDouble();
      int category = p % 4;
      level[p] = Math.exp(2.5 + 1.5 * pack + 0.4 * category + 0.15 * PlantedStores.gauss(random));
      for (int k = 0; k < STORES; k++) {
        float[] units = new float[KNOWN + HORIZON];
        for (int t = 0; t < units.length; t++) {
          units[t] = PlantedStores.poisson(random, level[p] * size[k]);
        }
        if (p >= PRODUCTS - NEW) {
          Arrays.fill(units, 0, KNOWN, Float.NaN);
        }
        float[] none = new float[0];
        float[] attributes = {(float) pack, random.nextInt(100)};
        all.add(
            new PooledSeries(
                "p" + p + "/" + k,
                "p" + p,
                "s" + k,
                withAttributes ? "c" + category : "",
                units,
                none,
                none,
                new float[0][],
                withAttributes ? attributes : none));
      }
    }
    return new PooledPanel(all, KNOWN + HORIZON, KNOWN, PooledTiming.WEEKS, new float[0][]);
  }

  private double error(boolean withAttributes) {
    PooledPanel panel = panel(withAttributes);
    PooledModel model =
        PooledModel.fit(
            panel, PooledOptions.standard(HORIZON, true, 1).bounded(10_000, 60), Lanes.ONE);
    double errors = 0;
    double units = 0;
    for (int s = (PRODUCTS - NEW) * STORES; s < panel.size(); s++) {
      double mean = level[s / STORES] * size[s % STORES];
      for (int t = KNOWN; t < KNOWN + HORIZON; t++) {
        errors += Math.abs(model.forecast(s, t)[0] - mean);
        units += mean;
      }
    }
    return errors / units;
  }

  @Tag("slow")
  @Test
  void attributesTellTheLevelOfANewItem() {
    double informed = error(true);
    double blind = error(false);
    assertTrue(informed < 0.25, "with attributes off by " + informed + ", without by " + blind);
    assertTrue(informed < 0.6 * blind, informed + " against " + blind);
  }
}
