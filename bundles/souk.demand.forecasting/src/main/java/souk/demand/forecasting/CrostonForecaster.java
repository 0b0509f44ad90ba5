package souk.demand.forecasting;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.lib.intermittent.IntermittentDemand;
import souk.demand.lib.intermittent.IntermittentDemand.Method;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** Croston's method for demand with many zeros. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=croston",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=intermittent",
      "souk.title=Croston",
      "souk.history.minimum:Integer=1",
      "souk.covariates=none",
      "souk.season.longest:Integer=1",
      "service.ranking:Integer=0"
    })
public final class CrostonForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public CrostonForecaster() {
    this.panels =
        new PanelForecasts("croston", new IntermittentDemand(Method.CROSTON), "alpha=0.1");
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
