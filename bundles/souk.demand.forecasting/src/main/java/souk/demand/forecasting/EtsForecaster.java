package souk.demand.forecasting;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.demand.api.DemandForecast;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** Exponential smoothing that chooses error, trend and season by AICc. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=ets",
      "souk.version=" + PanelForecasts.VERSION,
      "souk.family=exponential-smoothing",
      "souk.title=Automatic ETS",
      "souk.history.minimum:Integer=" + AutomaticEts.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=10"
    })
@Designate(ocd = EtsForecaster.Config.class)
public final class EtsForecaster implements Forecaster {
  /** Which models take part. */
  @ObjectClassDefinition(
      name = "Souk: automatic ETS",
      description = "Exponential smoothing that chooses its own model for each series.")
  public @interface Config {
    @AttributeDefinition(
        name = "Undamped trends",
        description =
            "Whether trends that never level off take part in the choice. They fit well and often"
                + " forecast badly.")
    boolean undampedTrend() default false;
  }

  private final PanelForecasts panels;

  @Activate
  public EtsForecaster(Config config) {
    this(config.undampedTrend());
  }

  EtsForecaster(boolean undampedTrend) {
    this.panels =
        new PanelForecasts(
            "ets", new AutomaticEts(undampedTrend), "undampedTrend=" + undampedTrend);
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
