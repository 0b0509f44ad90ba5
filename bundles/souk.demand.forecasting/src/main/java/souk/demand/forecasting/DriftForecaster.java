package souk.demand.forecasting;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.lib.naive.Drift;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** The line through the first and the last observation goes on. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=drift",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=naive",
      "souk.title=Drift",
      "souk.history.minimum:Integer=" + Drift.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=1",
      "service.ranking:Integer=1"
    })
public final class DriftForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public DriftForecaster() {
    this.panels = new PanelForecasts("drift", new Drift(), "first to last");
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
