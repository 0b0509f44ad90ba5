package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.theta.DynamicOptimisedTheta;
import souk.demand.spi.Forecaster;

/** The Theta line refitted after every observation, theta estimated. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=theta-dynamic",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=theta",
      "souk.title=Dynamic optimised Theta",
      "souk.history.minimum:Integer=" + DynamicOptimisedTheta.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=9"
    })
public final class DynamicThetaForecaster extends PanelForecaster {
  @Activate
  public DynamicThetaForecaster() {
    super("theta-dynamic", new DynamicOptimisedTheta(), "optimised");
  }
}
