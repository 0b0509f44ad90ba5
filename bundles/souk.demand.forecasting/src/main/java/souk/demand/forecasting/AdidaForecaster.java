package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.intermittent.IntermittentDemand;
import souk.demand.lib.intermittent.IntermittentDemand.Method;
import souk.demand.spi.Forecaster;

/** Simple smoothing of sums over the mean interval. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=adida",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=intermittent",
      "souk.title=ADIDA",
      "souk.history.minimum:Integer=1",
      "souk.covariates=none",
      "souk.season.longest:Integer=1",
      "service.ranking:Integer=0"
    })
public final class AdidaForecaster extends PanelForecaster {
  @Activate
  public AdidaForecaster() {
    super("adida", new IntermittentDemand(Method.ADIDA), "alpha=0.1");
  }
}
