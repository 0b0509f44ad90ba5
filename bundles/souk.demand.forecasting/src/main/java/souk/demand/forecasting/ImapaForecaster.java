package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.intermittent.IntermittentDemand;
import souk.demand.lib.intermittent.IntermittentDemand.Method;
import souk.demand.spi.Forecaster;

/** Simple smoothing at many aggregations, averaged. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=imapa",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=intermittent",
      "souk.title=IMAPA",
      "souk.history.minimum:Integer=1",
      "souk.covariates=none",
      "souk.season.longest:Integer=1",
      "service.ranking:Integer=0"
    })
public final class ImapaForecaster extends PanelForecaster {
  @Activate
  public ImapaForecaster() {
    super("imapa", new IntermittentDemand(Method.IMAPA), "alpha=0.1");
  }
}
