package souk.demand.lib.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import souk.demand.lib.math.Normal;

/** Price response on simulated panels whose elasticities are planted. */
class PriceResponseTest {
  private static double gauss(SplittableRandom random) {
    return Normal.quantile((random.nextInt(1 << 24) + 0.5) / (1 << 24));
  }

  /** A panel of weekly series with season, trend, noise and planted elasticities. */
  private record Panel(List<ResponseItem> items, double[] truth) {
    static Panel of(int count, int weeks, double between, double noise, long seed) {
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
      return new Panel(items, truth);
    }
  }

  @Nested
  class Coverage {
    @Test
    void intervalsCoverThePlantedTruthWithAndWithoutShrinkage() {
      for (boolean shrinkage : new boolean[] {false, true}) {
        int inside = 0;
        int all = 0;
        for (int run = 0; run < 10; run++) {
          Panel panel = Panel.of(60, 53, 0.6, 0.35, 100 + run);
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
      Panel panel = Panel.of(200, 53, 0.6, 0.35, 7);
      ResponseFit fit = new PriceResponse(ResponseOptions.standard(true, 0.9)).fit(panel.items());
      assertEquals(-2, fit.pooledSlope(), 0.12);
      assertEquals(0.6, fit.betweenItems(), 0.12);
    }

    @Test
    void shrinkageLowersTheErrorAgainstTheTruth() {
      Panel panel = Panel.of(100, 40, 0.3, 0.6, 8);
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
  }

  @Nested
  class NotIdentified {
    private ItemSlope fit(double[] units, double[] price) {
      Panel panel = Panel.of(20, 53, 0.3, 0.3, 9);
      List<ResponseItem> items = new ArrayList<>(panel.items());
      items.add(ResponseItem.series("odd", units, price));
      return new PriceResponse(ResponseOptions.standard(true, 0.9)).fit(items).item("odd");
    }

    private void assertDoubt(String code, String figure, ItemSlope slope) {
      assertFalse(slope.isIdentified());
      Doubt doubt = slope.doubt().orElseThrow();
      assertEquals(code, doubt.code(), doubt.text());
      assertTrue(doubt.text().contains(figure), doubt.text());
      assertTrue(Double.isFinite(slope.slope()) && slope.low() < slope.high());
    }

    @Test
    void tooFewWeeks() {
      assertDoubt(
          "too-few-weeks", "5", fit(new double[] {3, 4, 5, 6, 7}, new double[] {1, 2, 1, 2, 1}));
    }

    @Test
    void nothingSold() {
      assertDoubt("too-few-weeks", "0", fit(new double[53], new double[53]));
    }

    @Test
    void onePrice() {
      double[] units = new SplittableRandom(1).doubles(53, 5, 9).toArray();
      double[] price = new double[53];
      java.util.Arrays.fill(price, 2.5);
      ItemSlope slope = fit(units, price);
      assertDoubt("no-price-variation", "1", slope);
      assertEquals(-2, slope.slope(), 0.3, "the pooled elasticity stands in");
    }

    @Test
    void priceThatOnlyFollowsTheTrend() {
      double[] units = new SplittableRandom(1).doubles(53, 5, 9).toArray();
      double[] price = new double[53];
      for (int t = 0; t < 53; t++) {
        price[t] = 3 * Math.exp(0.01 * t);
      }
      assertDoubt("price-moves-with-controls", "0.00", fit(units, price));
    }

    @Test
    void hopelessNoise() {
      SplittableRandom random = new SplittableRandom(2);
      double[] units = new double[53];
      double[] price = new double[53];
      for (int t = 0; t < 53; t++) {
        units[t] = Math.exp(4 + 3 * gauss(random));
        price[t] = 3 * (1 + 0.1 * random.nextDouble());
      }
      assertDoubt("too-uncertain", "at most 1.00", fit(units, price));
    }

    @Test
    void demandThatRisesWithThePrice() {
      SplittableRandom random = new SplittableRandom(3);
      double[] units = new double[53];
      double[] price = new double[53];
      for (int t = 0; t < 53; t++) {
        price[t] = 3 * (1 + 0.2 * random.nextInt(3));
        units[t] = 20 * Math.pow(price[t], 2) * Math.exp(0.1 * gauss(random));
      }
      assertDoubt("interval-reaches-zero", "may not lower units", fit(units, price));
    }

    @Test
    void anEmptyPanelAndAPanelWithoutAnyAnswer() {
      PriceResponse estimator = new PriceResponse(ResponseOptions.standard(true, 0.9));
      assertTrue(estimator.fit(List.of()).items().isEmpty());
      ResponseFit fit =
          estimator.fit(List.of(ResponseItem.series("a", new double[3], new double[3])));
      assertFalse(fit.item("a").isIdentified());
      assertEquals(0, fit.pooledSlope());
      assertTrue(Double.isFinite(fit.item("a").low()), "never NaN");
      assertEquals("too-few-weeks", fit.item("a").doubt().orElseThrow().code());
    }
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
          Math.exp(3 + 2 * level - 1.7 * Math.log(price[i]) + 0.5 * flag[i] + 0.3 * gauss(random));
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
