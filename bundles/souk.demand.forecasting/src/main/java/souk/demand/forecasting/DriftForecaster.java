package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.naive.Drift;
import souk.demand.spi.Forecaster;

/** The line through the first and the last observation goes on. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=drift",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=naive",
      "souk.title=Drift",
      "souk.history.minimum:Integer=" + Drift.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=1",
      "service.ranking:Integer=1"
    })
public final class DriftForecaster extends PanelForecaster {
  @Activate
  public DriftForecaster() {
    super("drift", new Drift(), "first to last");
  }
}
