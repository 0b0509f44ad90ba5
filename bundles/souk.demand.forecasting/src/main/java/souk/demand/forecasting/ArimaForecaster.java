package souk.demand.forecasting;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.lib.arima.AutomaticArima;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** Seasonal ARIMA that chooses its own orders, with known regressors. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=arima",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=arima",
      "souk.title=Automatic ARIMA",
      "souk.history.minimum:Integer=" + AutomaticArima.MINIMUM,
      "souk.covariates=known",
      "souk.season.longest:Integer=24",
      "service.ranking:Integer=8"
    })
public final class ArimaForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public ArimaForecaster() {
    this.panels = new PanelForecasts("arima", new AutomaticArima(), "stepwise by AICc");
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
