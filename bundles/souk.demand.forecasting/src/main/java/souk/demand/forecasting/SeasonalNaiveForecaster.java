package souk.demand.forecasting;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.DemandForecast;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** Repeats the last season; the yardstick, and the answer that is always there. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=seasonal-naive",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=naive",
      "souk.title=Seasonal naive",
      "souk.history.minimum:Integer=1",
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "souk.builtin:Boolean=true"
    })
public final class SeasonalNaiveForecaster implements Forecaster {
  private final PanelForecasts panels;

  @Activate
  public SeasonalNaiveForecaster() {
    this.panels = new PanelForecasts("seasonal-naive", new SeasonalNaive(), "last season");
  }

  @Override
  public Optional<Refusal> refuses(Panel history, ForecastTask task) {
    return panels.refuses(history);
  }

  @Override
  public DemandForecast forecast(Panel history, ForecastTask task) {
    return panels.forecast(history, task);
  }
}
