package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.theta.Theta;
import souk.demand.spi.Forecaster;

/** The standard Theta method with seasonality test. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=theta",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=theta",
      "souk.title=Theta",
      "souk.history.minimum:Integer=" + Theta.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=20"
    })
public final class ThetaForecaster extends PanelForecaster {
  @Activate
  public ThetaForecaster() {
    super("theta", new Theta(), "standard Theta");
  }
}
