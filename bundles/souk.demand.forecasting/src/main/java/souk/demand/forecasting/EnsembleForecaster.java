package souk.demand.forecasting;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.lib.combine.AutomaticEnsemble;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** Automatic ETS, ARIMA, complex smoothing and both Thetas, trimmed mean: the default. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=ensemble",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=combination",
      "souk.title=Automatic ensemble",
      "souk.history.minimum:Integer=" + AutomaticEnsemble.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=25"
    })
public final class EnsembleForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public EnsembleForecaster() {
    this.panels = new PanelForecasts("ensemble", new AutomaticEnsemble(), "trimmed mean of five");
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
