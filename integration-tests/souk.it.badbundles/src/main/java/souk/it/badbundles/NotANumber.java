package souk.it.badbundles;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Refusal;

/** Forecasts NaN when asked for a horizon of 13 steps. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=bad-nan",
      "souk.version=1.0.0",
      "souk.title=Not a number"
    })
public final class NotANumber implements Forecaster {
  private static final int BAD_HORIZON = 13;

  @Override
  public Optional<Refusal> refuses(Panel history, ForecastTask task) {
    return Optional.empty();
  }

  @Override
  public DemandForecast forecast(Panel history, ForecastTask task) {
    double value = task.horizon() == BAD_HORIZON ? Double.NaN : 1;
    double[] mean = new double[task.horizon()];
    Arrays.fill(mean, value);
    double[] levels = task.levels();
    double[][] quantiles = new double[levels.length][];
    Arrays.fill(quantiles, mean);
    int first = history.seriesList().stream().mapToInt(s -> s.untilStep()).max().orElse(0);
    List<SeriesForecast> all =
        history.seriesList().stream()
            .map(s -> new SeriesForecast(s.id(), mean, levels, quantiles, "nan", List.of()))
            .toList();
    return new DemandForecast(
        history.grid(), first, all, Provenance.builder(task.now(), "bad-nan", "1.0.0").build());
  }
}
