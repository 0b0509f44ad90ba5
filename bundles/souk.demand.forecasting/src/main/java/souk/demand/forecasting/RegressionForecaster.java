package souk.demand.forecasting;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.lib.regression.TrendSeasons;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** A trend with bends, Fourier seasons and known covariates added up. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=regression",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=regression",
      "souk.title=Trend, seasons and covariates",
      "souk.history.minimum:Integer=" + TrendSeasons.MINIMUM,
      "souk.covariates=known",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=6"
    })
public final class RegressionForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public RegressionForecaster() {
    this.panels = new PanelForecasts("regression", new TrendSeasons(), "ridge by cross-validation");
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
