package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.arima.AutomaticArima;
import souk.demand.spi.Forecaster;

/** Seasonal ARIMA that chooses its own orders, with known regressors. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=arima",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=arima",
      "souk.title=Automatic ARIMA",
      "souk.history.minimum:Integer=" + AutomaticArima.MINIMUM,
      "souk.covariates=known",
      "souk.season.longest:Integer=24",
      "service.ranking:Integer=8"
    })
public final class ArimaForecaster extends PanelForecaster {
  @Activate
  public ArimaForecaster() {
    super("arima", new AutomaticArima(), "stepwise by AICc");
  }
}
