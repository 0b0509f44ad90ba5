package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import souk.demand.api.DemandForecast;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Refusal;
import souk.model.Series;
import souk.model.TimeGrid;

/**
 * What every {@link Forecaster} must keep: the exact horizon for every series in order, finite and
 * ordered quantiles, the same answer for the same seed, untouched input, refusals with figures.
 */
public abstract class ForecasterContract {
  private static final TimeGrid GRID = new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK);
  private static final double[] LEVELS = {0.1, 0.5, 0.9};

  /** The forecaster under test; may be the same one each time. */
  protected abstract Forecaster subject();

  private static ForecastTask task(int horizon, int season, boolean nonNegative) {
    return new ForecastTask(
        horizon, season, LEVELS, nonNegative, 42, Instant.parse("2025-01-01T00:00:00Z"));
  }

  private static Panel panel(double[]... histories) {
    Panel.Builder builder = Panel.builder(GRID);
    for (int i = 0; i < histories.length; i++) {
      builder.add(new Series("s" + i, i, histories[i]));
    }
    return builder.build();
  }

  private static Panel ordinary() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] histories = new double[6][];
    for (int i = 0; i < histories.length; i++) {
      histories[i] = new double[40 + 10 * i];
      for (int t = 0; t < histories[i].length; t++) {
        histories[i][t] = 50 + 20 * Math.sin(Math.PI * t / 2) + 10 * random.nextDouble();
      }
    }
    return panel(histories);
  }

  private void check(Panel panel, ForecastTask task, DemandForecast forecast) {
    assertEquals(panel.seriesList().size(), forecast.seriesList().size());
    assertEquals(panel.grid(), forecast.grid());
    for (int i = 0; i < forecast.seriesList().size(); i++) {
      SeriesForecast series = forecast.seriesList().get(i);
      assertEquals(panel.seriesList().get(i).id(), series.seriesId());
      assertEquals(task.horizon(), series.horizon());
      assertArrayEquals(task.levels(), series.levels());
      assertFalse(series.method().isBlank());
      for (int h = 0; h < task.horizon(); h++) {
        assertTrue(series.quantile(0)[h] <= series.quantile(1)[h], "quantiles cross at " + h);
        assertTrue(series.quantile(1)[h] <= series.quantile(2)[h], "quantiles cross at " + h);
        assertTrue(!task.nonNegative() || series.mean()[h] >= 0);
        assertTrue(!task.nonNegative() || series.quantile(0)[h] >= 0);
      }
    }
  }

  private static void same(DemandForecast a, DemandForecast b) {
    for (int i = 0; i < a.seriesList().size(); i++) {
      assertArrayEquals(a.seriesList().get(i).mean(), b.seriesList().get(i).mean());
      for (int q = 0; q < LEVELS.length; q++) {
        assertArrayEquals(a.seriesList().get(i).quantile(q), b.seriesList().get(i).quantile(q));
      }
    }
  }

  @Test
  protected void answersEverySeriesInOrderWithTheExactHorizon() {
    Panel panel = ordinary();
    for (int horizon : new int[] {1, 7, 60}) {
      for (int season : new int[] {1, 4, 52}) {
        ForecastTask task = task(horizon, season, true);
        check(panel, task, subject().forecast(panel, task));
      }
    }
  }

  @Test
  protected void namesItsProvenance() {
    DemandForecast forecast = subject().forecast(ordinary(), task(3, 4, true));
    assertFalse(forecast.provenance().strategy().isBlank());
    assertFalse(forecast.provenance().version().isBlank());
    assertEquals(42, forecast.provenance().seed());
    assertEquals(Instant.parse("2025-01-01T00:00:00Z"), forecast.provenance().createdAt());
  }

  @Test
  protected void sameSeedSameAnswerAndUntouchedInput() {
    Panel panel = ordinary();
    double[] before = panel.seriesList().get(0).values();
    DemandForecast first = subject().forecast(panel, task(8, 4, true));
    same(first, subject().forecast(panel, task(8, 4, true)));
    assertArrayEquals(before, panel.seriesList().get(0).values());
  }

  @Test
  protected void aSeriesIsForecastAlikeAloneAndInAPanelWithoutNaN() {
    double[] constant = new double[30];
    Arrays.fill(constant, 7);
    double[] sparse = new double[40];
    sparse[3] = 5;
    sparse[31] = 2;
    double[] negative = new double[40];
    for (int t = 0; t < negative.length; t++) {
      negative[t] = -10 + 3 * Math.cos(t);
    }
    double[] huge = new double[40];
    for (int t = 0; t < huge.length; t++) {
      huge[t] = 1e100 * (1 + t % 3);
    }
    for (double[] history : List.of(constant, new double[30], sparse, negative, huge)) {
      for (boolean nonNegative : new boolean[] {false, true}) {
        Panel panel = panel(history);
        ForecastTask task = task(6, 7, nonNegative);
        Optional<Refusal> refusal = subject().refuses(panel, task);
        if (refusal.isEmpty()) {
          check(panel, task, subject().forecast(panel, task));
        } else {
          assertFigures(refusal.get());
        }
      }
    }
  }

  @Test
  protected void shortHistoryIsAnsweredOrRefusedWithFigures() {
    for (int length = 0; length < 12; length++) {
      double[] history = new double[length];
      for (int t = 0; t < length; t++) {
        history[t] = 3 + t % 2;
      }
      Panel panel = panel(history);
      ForecastTask task = task(5, 4, true);
      Optional<Refusal> refusal = subject().refuses(panel, task);
      if (refusal.isEmpty()) {
        check(panel, task, subject().forecast(panel, task));
      } else {
        assertFigures(refusal.get());
      }
    }
  }

  /** Odd series together: what is refused is refused alone too, the rest is answered in order. */
  @Test
  protected void aPanelOfOddSeriesIsAnsweredOrRefusedWithFigures() {
    double[] spike = new double[60];
    spike[30] = 1e9;
    double[] tiny = new double[60];
    double[] steps = new double[60];
    double[] late = new double[60];
    for (int t = 0; t < 60; t++) {
      tiny[t] = 1e-200 * (1 + t % 4);
      steps[t] = t < 30 ? 5 : 500;
      late[t] = t < 50 ? 0 : 20 + t;
    }
    double[] one = {4};
    List<double[]> odd = List.of(spike, tiny, steps, late, one, new double[60]);
    for (int season : new int[] {1, 13, 52}) {
      ForecastTask task = task(8, season, true);
      List<double[]> answered = new ArrayList<>();
      for (double[] history : odd) {
        Optional<Refusal> refusal = subject().refuses(panel(history), task);
        if (refusal.isEmpty()) {
          answered.add(history);
        } else {
          assertFigures(refusal.get());
        }
      }
      Panel rest = panel(answered.toArray(double[][]::new));
      if (subject().refuses(rest, task).isEmpty()) {
        check(rest, task, subject().forecast(rest, task));
      }
    }
  }

  /** Known covariates, constant, varying, huge, too short: used or left, never NaN. */
  @Test
  protected void covariatesOfAllKindsDoNoHarm() {
    int horizon = 6;
    for (double size : new double[] {1, 1e12}) {
      Panel.Builder builder = Panel.builder(GRID);
      SplittableRandom random = new SplittableRandom(3);
      for (int i = 0; i < 4; i++) {
        double[] units = new double[70];
        double[] price = new double[70 + horizon];
        double[] flag = new double[70 + horizon];
        for (int t = 0; t < price.length; t++) {
          flag[t] = t % 9 == 0 ? 1 : 0;
          price[t] = size * (5 - flag[t]);
          if (t < units.length) {
            units[t] = Math.rint(20 + 30 * flag[t] + 5 * random.nextDouble());
          }
        }
        String id = "s" + i;
        builder.add(new Series(id, 0, units));
        builder.covariate("price", new Series(id, 0, price));
        builder.covariate("promo", new Series(id, 0, flag));
        builder.covariate("constant", new Series(id, 0, new double[70 + horizon]));
        builder.covariate("short", new Series(id, 0, new double[] {1, 2, 3}));
      }
      Panel panel = builder.build();
      ForecastTask task = task(horizon, 1, true);
      Optional<Refusal> refusal = subject().refuses(panel, task);
      if (refusal.isEmpty()) {
        check(panel, task, subject().forecast(panel, task));
      } else {
        assertFigures(refusal.get());
      }
    }
  }

  /** A gap cannot enter as a number: series hold finite values only, and say where they do not. */
  @Test
  protected void gapsAreStoppedAtTheDoor() {
    for (double gap : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      String complaint =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new Series("s0", 0, new double[] {1, gap, 3}))
              .toString();
      assertTrue(complaint.contains("position 1"), complaint);
    }
  }

  private static void assertFigures(Refusal refusal) {
    assertTrue(refusal.toString().matches(".*\\d.*"), "no figure in: " + refusal);
    assertTrue(refusal.found().contains("s0"), "the series is not named in: " + refusal);
  }

  @Test
  protected void anEmptyPanelGetsAnEmptyAnswer() {
    Panel empty = panel();
    if (subject().refuses(empty, task(5, 1, true)).isEmpty()) {
      assertTrue(subject().forecast(empty, task(5, 1, true)).seriesList().isEmpty());
    }
  }

  @Test
  protected void eightThreadsGetTheSameAnswer() throws Exception {
    Forecaster forecaster = subject();
    Panel panel = ordinary();
    DemandForecast expected = forecaster.forecast(panel, task(8, 4, true));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<DemandForecast>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(threads.submit(() -> forecaster.forecast(panel, task(8, 4, true))));
      }
      for (Future<DemandForecast> answer : answers) {
        same(expected, answer.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
