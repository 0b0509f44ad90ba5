package souk.demand.forecasting;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.lib.theta.DynamicOptimisedTheta;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** The Theta line refitted after every observation, theta estimated. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=theta-dynamic",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=theta",
      "souk.title=Dynamic optimised Theta",
      "souk.history.minimum:Integer=" + DynamicOptimisedTheta.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=9"
    })
public final class DynamicThetaForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public DynamicThetaForecaster() {
    this.panels = new PanelForecasts("theta-dynamic", new DynamicOptimisedTheta(), "optimised");
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
