package souk.it.addon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Refusal;
import souk.model.Series;

/** The mean of the last season, or of all if that is longer, with its quantiles around it. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=addon-season-mean",
      "souk.version=1.0.0",
      "souk.title=Mean of the last season"
    })
public final class AddonForecaster implements Forecaster {
  private final String version;

  @Activate
  public AddonForecaster(Versioned identity) {
    version = identity.souk_version();
  }

  @Override
  public Optional<Refusal> refuses(Panel history, ForecastTask task) {
    for (Series series : history.seriesList()) {
      if (series.length() == 0) {
        return Optional.of(
            new Refusal("at least 1 step of history", "series %s has 0".formatted(series.id())));
      }
    }
    return Optional.empty();
  }

  @Override
  public DemandForecast forecast(Panel history, ForecastTask task) {
    List<SeriesForecast> forecasts = new ArrayList<>();
    int first = 0;
    for (Series series : history.seriesList()) {
      first = Math.max(first, series.untilStep());
      forecasts.add(forecast(series, task));
    }
    Provenance provenance =
        Provenance.builder(task.now(), "addon-season-mean", version).seed(task.seed()).build();
    return new DemandForecast(history.grid(), first, forecasts, provenance);
  }

  private static SeriesForecast forecast(Series series, ForecastTask task) {
    int window = Math.min(task.seasonLength(), series.length());
    double[] season =
        Arrays.copyOfRange(series.values(), series.length() - window, series.length());
    if (task.nonNegative()) {
      Arrays.setAll(season, i -> Math.max(0, season[i]));
    }
    double mean = Arrays.stream(season).average().orElse(0);
    Arrays.sort(season);
    double[] means = new double[task.horizon()];
    Arrays.fill(means, mean);
    double[] levels = task.levels();
    double[][] quantiles = new double[levels.length][task.horizon()];
    for (int q = 0; q < levels.length; q++) {
      Arrays.fill(quantiles[q], season[(int) Math.floor(levels[q] * (season.length - 1))]);
    }
    return new SeriesForecast(series.id(), means, levels, quantiles, "season mean", List.of());
  }
}
