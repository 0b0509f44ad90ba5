package souk.demand.core;

import java.util.Arrays;
import java.util.Optional;
import souk.demand.api.DemandForecast;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.model.Panel;

/** What makes a strategy's forecast acceptable: shape, order, sign. */
final class ForecastCheck {
  private ForecastCheck() {}

  static Optional<String> complaint(DemandForecast forecast, Panel panel, ForecastTask task) {
    int count = panel.seriesList().size();
    if (forecast.seriesList().size() != count) {
      return Optional.of(
          "%d forecasts for %d series".formatted(forecast.seriesList().size(), count));
    }
    for (int i = 0; i < count; i++) {
      Optional<String> complaint =
          complaint(forecast.seriesList().get(i), panel.seriesList().get(i).id(), task);
      if (complaint.isPresent()) {
        return complaint;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> complaint(SeriesForecast forecast, String id, ForecastTask task) {
    if (!forecast.seriesId().equals(id)) {
      return Optional.of("a forecast of %s in the place of %s".formatted(forecast.seriesId(), id));
    }
    if (forecast.horizon() != task.horizon() || !Arrays.equals(forecast.levels(), task.levels())) {
      return Optional.of(
          "%d steps and levels %s for %s, asked were %d and %s"
              .formatted(
                  forecast.horizon(),
                  Arrays.toString(forecast.levels()),
                  id,
                  task.horizon(),
                  Arrays.toString(task.levels())));
    }
    double[] previous = new double[0];
    double[] mean = forecast.mean();
    for (int q = 0; q <= task.levels().length; q++) {
      double[] row = q == 0 ? mean : forecast.quantile(q - 1);
      for (int h = 0; h < row.length; h++) {
        if (task.nonNegative() && row[h] < 0) {
          return Optional.of("%s at step %d of %s".formatted(row[h], h + 1, id));
        }
        if (q > 1 && row[h] < previous[h]) {
          return Optional.of("crossing quantiles at step %d of %s".formatted(h + 1, id));
        }
      }
      previous = row;
    }
    return Optional.empty();
  }
}
