package souk.demand.lib.pooled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import souk.numeric.lib.boost.BoostOptions;
import souk.numeric.lib.boost.Lanes;
import souk.numeric.lib.boost.Loss;

class PooledModelTest {
  private static final int KNOWN = 130;
  private static final int HORIZON = 13;
  private static final Lanes PARALLEL = (n, task) -> IntStream.range(0, n).parallel().forEach(task);

  private static PlantedStores truth;
  private static PooledModel model;

  private static PooledOptions options(boolean drivers) {
    return new PooledOptions(
        HORIZON,
        drivers,
        12_000,
        1,
        104,
        new BoostOptions(Loss.POISSON, 120, 15, 0.08, 30, 1, 0.6, 0.5, 1));
  }

  @BeforeAll
  static void fit() {
    truth = new PlantedStores(KNOWN + HORIZON, KNOWN, 5);
    model = PooledModel.fit(truth.panel, options(true), PARALLEL);
  }

  private static double wape(PooledModel fitted, int column) {
    double errors = 0;
    double units = 0;
    for (int s = 0; s < truth.panel.size() - 1; s++) {
      for (int t = KNOWN; t < KNOWN + HORIZON; t++) {
        double seen = truth.panel.series(s).units()[t];
        errors += Math.abs(seen - fitted.forecast(s, t, 0.5)[column]);
        units += seen;
      }
    }
    return errors / units;
  }

  /** The twin of the grocery benchmark on planted truth: the same limits, and near the noise. */
  @Test
  void knownPricesBeatModelsWithoutThemByTheLimits() {
    double wape = wape(model, 1);
    double blind = wape(PooledModel.fit(truth.panel, options(false), PARALLEL), 1);
    double naive = 0;
    double noise = 0;
    double units = 0;
    for (int s = 0; s < truth.panel.size() - 1; s++) {
      for (int t = KNOWN; t < KNOWN + HORIZON; t++) {
        double seen = truth.panel.series(s).units()[t];
        naive += Math.abs(seen - truth.panel.series(s).units()[t - 52]);
        noise += Math.abs(seen - truth.mean[s][t]);
        units += seen;
      }
    }
    assertTrue(wape < 0.72 * blind, wape + " against " + blind);
    assertTrue(wape < 0.55 * naive / units, wape + " against " + naive / units);
    assertTrue(wape < 1.45 * noise / units, wape + " against the truth's " + noise / units);
  }

  @Test
  void eightyOfAHundredIntervalsHold() {
    int held = 0;
    int all = 0;
    for (int s = 0; s < truth.panel.size() - 1; s++) {
      for (int t = KNOWN; t < KNOWN + HORIZON; t++) {
        double[] answer = model.forecast(s, t, 0.1, 0.9);
        double seen = truth.panel.series(s).units()[t];
        held += seen >= answer[1] && seen <= answer[2] ? 1 : 0;
        all++;
      }
    }
    double coverage = held / (double) all;
    assertTrue(coverage > 0.75 && coverage < 0.86, "coverage " + coverage);
  }

  @Test
  void anItemNeverSoldIsForecastFromItsProductAndStore() {
    int s = truth.panel.size() - 1;
    double errors = 0;
    double sum = 0;
    for (int t = KNOWN; t < KNOWN + HORIZON; t++) {
      errors += Math.abs(model.forecast(s, t)[0] - truth.mean[s][t]);
      sum += truth.mean[s][t];
    }
    assertTrue(errors < 0.5 * sum, "a new item is off by " + errors / sum);
  }

  /** Whatever the future holds, the model does not know it. */
  @Test
  void unitsOfTheFutureAreNeverLookedAt() {
    PlantedStores other = new PlantedStores(KNOWN + HORIZON, KNOWN, 5);
    for (int s = 0; s < other.panel.size(); s++) {
      Arrays.fill(other.panel.series(s).units(), KNOWN, KNOWN + HORIZON, 1e6f);
    }
    PooledModel blindfold = PooledModel.fit(other.panel, options(true), Lanes.ONE);
    for (int s = 0; s < other.panel.size(); s += 7) {
      assertArrayEquals(
          model.forecast(s, KNOWN + 5, 0.1, 0.9), blindfold.forecast(s, KNOWN + 5, 0.1, 0.9));
    }
  }

  @Test
  void aHigherFuturePriceMeansLessDemand() {
    PlantedStores dear = new PlantedStores(KNOWN + HORIZON, KNOWN, 5);
    PlantedStores cheap = new PlantedStores(KNOWN + HORIZON, KNOWN, 5);
    int t = KNOWN + 3;
    for (int s = 0; s < dear.panel.size(); s++) {
      dear.panel.series(s).price()[t] = dear.panel.series(s).basePrice()[t];
      cheap.panel.series(s).price()[t] = 0.7f * cheap.panel.series(s).basePrice()[t];
    }
    PooledPanel fresh = again(dear.panel);
    PooledModel high = PooledModel.fit(fresh, options(true), PARALLEL);
    PooledModel low = PooledModel.fit(again(cheap.panel), options(true), PARALLEL);
    double ratio = 0;
    for (int s = 0; s < fresh.size() - 1; s++) {
      ratio += Math.log(low.forecast(s, t)[0] / high.forecast(s, t)[0]) / (fresh.size() - 1);
    }
    double planted = PlantedStores.ELASTICITY * Math.log(0.7);
    assertEquals(planted, ratio, 0.35, "mean effect of 30 % off, with displays left as they were");
  }

  private static PooledPanel again(PooledPanel panel) {
    List<PooledSeries> all = new ArrayList<>();
    for (int s = 0; s < panel.size(); s++) {
      all.add(panel.series(s));
    }
    return new PooledPanel(all, panel.steps(), panel.known(), PooledTiming.WEEKS, new float[0][]);
  }

  @Test
  void shortZeroAndConstantHistoriesAreAnswered() {
    for (int length : new int[] {1, 2, 5, 20, 60}) {
      for (float value : new float[] {0, 7}) {
        float[] units = new float[length + 4];
        Arrays.fill(units, value);
        float[] none = new float[0];
        PooledSeries one =
            new PooledSeries("a", "a", "a", "a", units, none, none, new float[0][], none);
        PooledPanel panel =
            new PooledPanel(List.of(one), length + 4, length, PooledTiming.WEEKS, new float[0][]);
        double[] answer =
            PooledModel.fit(panel, PooledOptions.standard(4, true, 1), Lanes.ONE)
                .forecast(0, length + 2, 0.1, 0.9);
        for (double number : answer) {
          assertTrue(Double.isFinite(number) && number >= 0, length + " x " + value);
        }
        assertEquals(value, answer[0], 1e-3 + 0.02 * value);
        assertTrue(answer[1] <= answer[2]);
      }
    }
  }

  @Test
  void panelsThatDoNotFitAreRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new PooledPanel(List.of(), 3, 2, PooledTiming.WEEKS, new float[0][]))
            .getMessage();
    assertTrue(message.contains("0 series"), message);
  }

  /**
   * What was learned outlives the model: the same forecasts from bytes, on fewer and more steps.
   */
  @Test
  void aFitComesBackFromItsBytes() {
    byte[] bytes = model.fit().bytes();
    PooledFit fit = PooledFit.of(bytes);
    assertArrayEquals(bytes, fit.bytes());
    PooledModel back = PooledModel.of(again(truth.panel), fit);
    for (int s = 0; s < truth.panel.size(); s += 7) {
      assertArrayEquals(
          model.forecast(s, KNOWN + 5, 0.1, 0.9), back.forecast(s, KNOWN + 5, 0.1, 0.9));
    }
    double held = fit.heldOutError();
    double later = PooledModel.of(truth.panel, fit).errorUntil(KNOWN + HORIZON);
    assertTrue(held > 0.05 && later > 0.7 * held && later < 1.4 * held, held + " and " + later);
  }

  @Test
  void damagedBytesAndOtherPanelsAreRefused() {
    byte[] bytes = model.fit().bytes();
    for (int length = 0; length < bytes.length; length += 1 + bytes.length / 97) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(IllegalArgumentException.class, () -> PooledFit.of(cut), length + " bytes");
    }
    PooledPanel other =
        new PooledPanel(
            List.of(truth.panel.series(0)),
            KNOWN + HORIZON,
            KNOWN,
            PooledTiming.WEEKS,
            new float[2][KNOWN + HORIZON]);
    assertThrows(IllegalArgumentException.class, () -> PooledModel.of(other, model.fit()));
  }

  /** Large sellers do not drown the others: the loss of counts against squared errors. */
  @Test
  void theLossOfCountsIsNearerToThePlantedMeanThanSquaredErrors() {
    PooledModel squared = PooledModel.fit(truth.panel, options(true).with(Loss.SQUARED), PARALLEL);
    assertTrue(deviation(model) < deviation(squared), deviation(model) + ", " + deviation(squared));
  }

  /** Mean distance from the planted mean, each series in units of its own. */
  private static double deviation(PooledModel fitted) {
    double sum = 0;
    int n = 0;
    for (int s = 0; s < truth.panel.size() - 1; s++) {
      for (int t = KNOWN; t < KNOWN + HORIZON; t++) {
        sum += Math.abs(fitted.forecast(s, t)[0] / truth.mean[s][t] - 1);
        n++;
      }
    }
    return sum / n;
  }
}
