package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.intermittent.IntermittentDemand;
import souk.demand.lib.intermittent.IntermittentDemand.Method;
import souk.demand.spi.Forecaster;

/** Croston without its bias. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=sba",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=intermittent",
      "souk.title=Syntetos-Boylan",
      "souk.history.minimum:Integer=1",
      "souk.covariates=none",
      "souk.season.longest:Integer=1",
      "service.ranking:Integer=0"
    })
public final class SyntetosBoylanForecaster extends PanelForecaster {
  @Activate
  public SyntetosBoylanForecaster() {
    super("sba", new IntermittentDemand(Method.SBA), "alpha=0.1");
  }
}
