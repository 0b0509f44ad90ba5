package souk.demand.pooled;

import java.util.ArrayList;
import java.util.List;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.pooled.PooledModel;
import souk.demand.spi.ForecastTask;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;
import souk.numeric.lib.boost.Lanes;

/** Forecasts of all series by a fitted model, in the words of the contract. */
final class Answers {
  private static final int BLOCK = 64;

  private final PooledModel model;
  private final PanelReader reader;
  private final ForecastTask task;
  private final List<Reason> notes;

  Answers(PooledModel model, PanelReader reader, ForecastTask task, List<Reason> notes) {
    this.model = model;
    this.reader = reader;
    this.task = task;
    this.notes = notes;
  }

  /** In the order of the panel. */
  List<SeriesForecast> of(Panel history, Lanes lanes) {
    List<Series> all = history.seriesList();
    SeriesForecast[] answers = new SeriesForecast[all.size()];
    lanes.forEach(
        (answers.length + BLOCK - 1) / BLOCK,
        block -> {
          for (int s = block * BLOCK; s < Math.min(answers.length, (block + 1) * BLOCK); s++) {
            answers[s] = one(s, all.get(s));
          }
        });
    return List.of(answers);
  }

  private SeriesForecast one(int s, Series series) {
    double[] levels = task.levels();
    double[] mean = new double[task.horizon()];
    double[][] quantiles = new double[levels.length][task.horizon()];
    int end = reader.columns().end(series);
    for (int h = 0; h < mean.length; h++) {
      double[] answer = model.forecastFrom(s, Math.max(0, end - 1), end + h, levels);
      mean[h] = answer[0] * reader.columns().scale();
      for (int q = 0; q < levels.length; q++) {
        quantiles[q][h] = answer[q + 1] * reader.columns().scale();
      }
    }
    return new SeriesForecast(
        series.id(), mean, levels, quantiles, "BoostedTrees(" + model.trees() + ")", notes);
  }

  /** What a reader must know about the data. */
  static List<Reason> notes(PanelReader reader, ForecastTask task) {
    List<Reason> notes = new ArrayList<>();
    if (!reader.unused().isEmpty()) {
      notes.add(
          Reason.of(
              "forecast.covariates-unused",
              "Strategy pooled does not use the covariates %s.".formatted(reader.unused()),
              "pooled",
              String.join(", ", reader.unused())));
    }
    List<String> assumed = reader.assumed(task);
    if (!assumed.isEmpty()) {
      notes.add(
          Reason.of(
              "forecast.drivers-assumed",
              "The future of %s is not given to the end: regular price and no promotion are assumed."
                  .formatted(assumed),
              String.join(", ", assumed)));
    }
    return notes;
  }
}
