package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.intermittent.IntermittentDemand;
import souk.demand.lib.intermittent.IntermittentDemand.Method;
import souk.demand.spi.Forecaster;

/** Size times probability, fading while nothing is sold. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=tsb",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=intermittent",
      "souk.title=Teunter-Syntetos-Babai",
      "souk.history.minimum:Integer=1",
      "souk.covariates=none",
      "souk.season.longest:Integer=1",
      "service.ranking:Integer=0"
    })
public final class TeunterSyntetosBabaiForecaster extends PanelForecaster {
  @Activate
  public TeunterSyntetosBabaiForecaster() {
    super("tsb", new IntermittentDemand(Method.TSB), "alpha=0.1");
  }
}
