package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.ets.FixedEts;
import souk.demand.spi.Forecaster;

/** A level, on the history without its season. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=ses",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=exponential-smoothing",
      "souk.title=Simple exponential smoothing",
      "souk.history.minimum:Integer=" + FixedEts.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=1"
    })
public final class SimpleSmoothingForecaster extends PanelForecaster {
  @Activate
  public SimpleSmoothingForecaster() {
    super("ses", FixedEts.simple(), "level");
  }
}
