package souk.demand.forecasting;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.lib.theta.Theta;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** The standard Theta method with seasonality test. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=theta",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=theta",
      "souk.title=Theta",
      "souk.history.minimum:Integer=" + Theta.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=20"
    })
public final class ThetaForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public ThetaForecaster() {
    this.panels = new PanelForecasts("theta", new Theta(), "standard Theta");
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
