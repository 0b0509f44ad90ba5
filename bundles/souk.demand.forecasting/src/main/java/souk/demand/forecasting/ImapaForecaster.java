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

/** Simple smoothing at many aggregations, averaged. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=imapa",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=intermittent",
      "souk.title=IMAPA",
      "souk.history.minimum:Integer=1",
      "souk.covariates=none",
      "souk.season.longest:Integer=1",
      "service.ranking:Integer=0"
    })
public final class ImapaForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public ImapaForecaster() {
    this.panels = new PanelForecasts("imapa", new IntermittentDemand(Method.IMAPA), "alpha=0.1");
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
