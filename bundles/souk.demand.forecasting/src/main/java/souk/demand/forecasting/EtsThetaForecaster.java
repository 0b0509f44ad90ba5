package souk.demand.forecasting;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.lib.combine.Combination;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.theta.Theta;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** The plain average of automatic ETS and Theta, quantile by quantile. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=ets-theta",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=combination",
      "souk.title=Average of ETS and Theta",
      "souk.history.minimum:Integer=" + Theta.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=30"
    })
public final class EtsThetaForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public EtsThetaForecaster() {
    this.panels =
        new PanelForecasts(
            "ets-theta", new Combination(List.of(new AutomaticEts(), new Theta())), "average");
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
