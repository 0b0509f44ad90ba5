package souk.demand.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.interval.PastMisses;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/**
 * Conformal intervals around any strategy: it forecasts again from origins inside the history, and
 * its quantiles are moved by what they missed there. A series with too few judged steps is moved by
 * what all series missed together.
 */
final class Calibration {
  private static final int ORIGINS = 4;
  private static final int LEAST_TRAINING = 8;

  private final RoutedForecasts forecasts;

  Calibration(RoutedForecasts forecasts) {
    this.forecasts = forecasts;
  }

  Map<String, SeriesForecast> calibrate(
      Map<String, SeriesForecast> plain,
      StrategyRef strategy,
      Panel panel,
      ForecastTask task,
      Progress progress) {
    int levels = task.levels().length;
    if (levels < 2) {
      throw new IllegalArgumentException(
          "Calibrated intervals need at least 2 quantile levels, but %d were asked."
              .formatted(levels));
    }
    Map<String, PastMisses> bySeries = new HashMap<>();
    PastMisses all = new PastMisses(levels);
    int step = Math.max(1, task.horizon() / 2);
    int least = Math.max(LEAST_TRAINING, 2 * task.seasonLength());
    for (int back = 0; back < ORIGINS; back++) {
      List<Series> heads = new ArrayList<>();
      Map<String, double[]> actual = new HashMap<>();
      for (Series series : panel.seriesList()) {
        int cut = series.length() - task.horizon() - back * step;
        if (cut >= least) {
          heads.add(series.head(cut));
          actual.put(series.id(), Arrays.copyOfRange(series.values(), cut, cut + task.horizon()));
        }
      }
      progress.report(back, ORIGINS, "Calibrating " + heads.size() + " series");
      progress.throwIfCancelled();
      if (!heads.isEmpty()) {
        forecasts
            .forecast(strategy, Panels.of(panel, heads), task, progress)
            .bySeries()
            .forEach(
                (id, past) -> {
                  double[] future = actual.getOrDefault(id, new double[0]);
                  bySeries
                      .computeIfAbsent(id, i -> new PastMisses(levels))
                      .add(LibForecasts.of(past), future);
                });
      }
    }
    bySeries.values().forEach(all::add);
    Map<String, SeriesForecast> answers = new HashMap<>();
    plain.forEach(
        (id, forecast) -> {
          PastMisses own = bySeries.getOrDefault(id, all);
          answers.put(id, one(forecast, own.judged() < PastMisses.FEWEST ? all : own, all, task));
        });
    return answers;
  }

  private static SeriesForecast one(
      SeriesForecast plain, PastMisses misses, PastMisses all, ForecastTask task) {
    List<Reason> notes = new ArrayList<>(plain.notes());
    if (misses.judged() < PastMisses.FEWEST) {
      notes.add(
          Reason.of(
              "forecast.calibration.none",
              "Quantiles are the method's own: %d steps could be judged, %d are needed."
                  .formatted(misses.judged(), PastMisses.FEWEST),
              misses.judged(),
              PastMisses.FEWEST));
      return new SeriesForecast(
          plain.seriesId(), plain.mean(), plain.levels(), rows(plain), plain.method(), notes);
    }
    notes.add(
        Reason.of(
            misses.equals(all) ? "forecast.calibration.pooled" : "forecast.calibration.own",
            String.format(
                Locale.ROOT,
                "Quantiles are moved by what they missed in %d steps of %s.",
                misses.judged(),
                misses.equals(all) ? "all series together" : "the series itself"),
            misses.judged()));
    var request = LibForecasts.request(task);
    return LibForecasts.of(
        plain.seriesId(),
        PastMisses.moved(LibForecasts.of(plain), misses.moves(request.levels()), request),
        notes);
  }

  private static double[][] rows(SeriesForecast forecast) {
    double[][] rows = new double[forecast.levels().length][];
    Arrays.setAll(rows, forecast::quantile);
    return rows;
  }
}
