package souk.demand.forecasting;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.lib.ets.FixedEts;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** A level and a line, on the history without its season. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=holt",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=exponential-smoothing",
      "souk.title=Holt",
      "souk.history.minimum:Integer=" + FixedEts.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=1"
    })
public final class HoltForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public HoltForecaster() {
    this.panels = new PanelForecasts("holt", FixedEts.holt(), "level and line");
  }

  @Override
  public Optional<Refusal> refuses(Panel history, ForecastTask task) {
    return panels.refuses(history);
  }

  @Override
  public DemandForecast forecast(Panel history, ForecastTask task) {
    return panels.forecast(history, task);
  }
}
