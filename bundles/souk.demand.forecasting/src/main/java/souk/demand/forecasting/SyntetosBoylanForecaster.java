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

/** Croston without its bias. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=sba",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=intermittent",
      "souk.title=Syntetos-Boylan",
      "souk.history.minimum:Integer=1",
      "souk.covariates=none",
      "souk.season.longest:Integer=1",
      "service.ranking:Integer=0"
    })
public final class SyntetosBoylanForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public SyntetosBoylanForecaster() {
    this.panels = new PanelForecasts("sba", new IntermittentDemand(Method.SBA), "alpha=0.1");
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
