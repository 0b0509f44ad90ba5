package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.ets.FixedEts;
import souk.demand.spi.Forecaster;

/** A line that levels off, on the history without its season. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=holt-damped",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=exponential-smoothing",
      "souk.title=Damped Holt",
      "souk.history.minimum:Integer=" + FixedEts.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=1"
    })
public final class DampedForecaster extends PanelForecaster {
  @Activate
  public DampedForecaster() {
    super("holt-damped", FixedEts.damped(), "level and damped line");
  }
}
