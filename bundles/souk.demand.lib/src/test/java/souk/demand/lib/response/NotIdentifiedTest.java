package souk.demand.lib.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Data that do not tell: the answer says why, with figures. */
class NotIdentifiedTest {
  private ItemSlope fit(double[] units, double[] price) {
    PlantedPanel panel = PlantedPanel.of(20, 53, 0.3, 0.3, 9);
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
      units[t] = Math.exp(4 + 3 * PlantedPanel.gauss(random));
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
      units[t] = 20 * Math.pow(price[t], 2) * Math.exp(0.1 * PlantedPanel.gauss(random));
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
