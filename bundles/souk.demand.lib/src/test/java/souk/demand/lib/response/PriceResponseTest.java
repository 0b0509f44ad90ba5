package souk.demand.lib.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Price response on simulated panels whose elasticities are planted. */
class PriceResponseTest {
  @Test
  void intervalsCoverThePlantedTruthWithAndWithoutShrinkage() {
    for (boolean shrinkage : new boolean[] {false, true}) {
      int inside = 0;
      int all = 0;
      for (int run = 0; run < 10; run++) {
        PlantedPanel panel = PlantedPanel.of(60, 53, 0.6, 0.35, 100 + run);
        ResponseFit fit =
            new PriceResponse(ResponseOptions.standard(shrinkage, 0.9)).fit(panel.items());
        for (int i = 0; i < 60; i++) {
          ItemSlope slope = fit.items().get(i);
          all++;
          inside += slope.low() <= panel.truth()[i] && panel.truth()[i] <= slope.high() ? 1 : 0;
        }
      }
      double coverage = inside / (double) all;
      assertTrue(coverage > 0.87 && coverage < 0.96, shrinkage + " covers " + coverage);
    }
  }

  @Test
  void theSpreadBetweenItemsIsFound() {
    PlantedPanel panel = PlantedPanel.of(200, 53, 0.6, 0.35, 7);
    ResponseFit fit = new PriceResponse(ResponseOptions.standard(true, 0.9)).fit(panel.items());
    assertEquals(-2, fit.pooledSlope(), 0.12);
    assertEquals(0.6, fit.betweenItems(), 0.12);
  }

  @Test
  void shrinkageLowersTheErrorAgainstTheTruth() {
    PlantedPanel panel = PlantedPanel.of(100, 40, 0.3, 0.6, 8);
    double[] errors = new double[2];
    for (int mode = 0; mode < 2; mode++) {
      ResponseFit fit =
          new PriceResponse(ResponseOptions.standard(mode == 1, 0.9)).fit(panel.items());
      for (int i = 0; i < 100; i++) {
        double distance = fit.items().get(i).slope() - panel.truth()[i];
        errors[mode] += distance * distance;
      }
    }
    assertTrue(errors[1] < 0.5 * errors[0], errors[1] + " with, " + errors[0] + " without");
  }

  /** The twin of the published regressions: groups with their own level, a flag, one slope. */
  @Test
  void fixedEffectsAndFlagsAreTakenOut() {
    SplittableRandom random = new SplittableRandom(5);
    int stores = 30;
    int weeks = 60;
    int n = stores * weeks;
    int[] step = new int[n];
    int[] group = new int[n];
    double[] units = new double[n];
    double[] price = new double[n];
    double[] flag = new double[n];
    for (int i = 0; i < n; i++) {
      group[i] = i / weeks;
      step[i] = i % weeks;
      flag[i] = random.nextInt(5) == 0 ? 1 : 0;
      double level = 1 + group[i] / 10.0;
      price[i] = level * (1 - 0.2 * flag[i]) * (1 + 0.1 * random.nextDouble());
      units[i] =
          Math.exp(
              3
                  + 2 * level
                  - 1.7 * Math.log(price[i])
                  + 0.5 * flag[i]
                  + 0.3 * PlantedPanel.gauss(random));
    }
    ResponseItem item =
        new ResponseItem("a", step, group, units, price, List.of("deal"), new double[][] {flag});
    ItemSlope slope = new PriceResponse(ResponseOptions.plain(0.95)).fit(List.of(item)).item("a");
    assertEquals(-1.7, slope.slope(), 0.3);
    assertTrue(slope.low() < -1.7 && slope.high() > -1.7, slope.toString());
    assertEquals(0.5, slope.covariateEffects()[0], 0.1);
    assertTrue(slope.isIdentified());
  }

  @Test
  void baseDemandIsCorrectedToTheRecentPrice() {
    double[] units = {9, 9, 9, 40, 10, 10, 10, 10, 0, 10, 10};
    double[] price = {9, 9, 9, 1, 2, 2, 2, 2, 2, 2, 2};
    BaseDemand base = BaseDemand.of(units, price, -2);
    assertEquals(2, base.price());
    assertEquals((10 + 10.0 * 6) / 8, base.units(), 1e-9);
    assertEquals(0, BaseDemand.of(new double[4], new double[4], -2).units());
  }
}
