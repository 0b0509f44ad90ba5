package souk.demand.forecasting;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.lib.ces.ComplexSmoothing;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** Level and potential smoothed by one complex parameter. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=ces",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=exponential-smoothing",
      "souk.title=Complex exponential smoothing",
      "souk.history.minimum:Integer=" + ComplexSmoothing.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=7"
    })
public final class ComplexSmoothingForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public ComplexSmoothingForecaster() {
    this.panels = new PanelForecasts("ces", new ComplexSmoothing(), "season by AICc");
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
