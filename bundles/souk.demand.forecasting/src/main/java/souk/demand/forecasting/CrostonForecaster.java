package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.intermittent.IntermittentDemand;
import souk.demand.lib.intermittent.IntermittentDemand.Method;
import souk.demand.spi.Forecaster;

/** Croston's method for demand with many zeros. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=croston",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=intermittent",
      "souk.title=Croston",
      "souk.history.minimum:Integer=1",
      "souk.covariates=none",
      "souk.season.longest:Integer=1",
      "service.ranking:Integer=0"
    })
public final class CrostonForecaster extends PanelForecaster {
  @Activate
  public CrostonForecaster() {
    super("croston", new IntermittentDemand(Method.CROSTON), "alpha=0.1");
  }
}
