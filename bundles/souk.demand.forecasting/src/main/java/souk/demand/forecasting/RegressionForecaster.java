package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.regression.TrendSeasons;
import souk.demand.spi.Forecaster;

/** A trend with bends, Fourier seasons and known covariates added up. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=regression",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=regression",
      "souk.title=Trend, seasons and covariates",
      "souk.history.minimum:Integer=" + TrendSeasons.MINIMUM,
      "souk.covariates=known",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=6"
    })
public final class RegressionForecaster extends PanelForecaster {
  @Activate
  public RegressionForecaster() {
    super("regression", new TrendSeasons(), "ridge by cross-validation");
  }
}
