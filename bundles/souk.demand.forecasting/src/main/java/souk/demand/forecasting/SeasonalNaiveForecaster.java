package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.spi.Forecaster;

/** Repeats the last season; the yardstick, and the answer that is always there. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=seasonal-naive",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=naive",
      "souk.title=Seasonal naive",
      "souk.history.minimum:Integer=1",
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "souk.builtin:Boolean=true"
    })
public final class SeasonalNaiveForecaster extends PanelForecaster {
  @Activate
  public SeasonalNaiveForecaster() {
    super("seasonal-naive", new SeasonalNaive(), "last season");
  }
}
