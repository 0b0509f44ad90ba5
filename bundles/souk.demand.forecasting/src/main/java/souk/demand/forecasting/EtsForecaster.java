package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.spi.Forecaster;

/** Exponential smoothing that chooses error, trend and season by AICc. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=ets",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=exponential-smoothing",
      "souk.title=Automatic ETS",
      "souk.history.minimum:Integer=" + AutomaticEts.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=10"
    })
@Designate(ocd = EtsForecaster.Config.class)
public final class EtsForecaster extends PanelForecaster {
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

  @Activate
  public EtsForecaster(Config config) {
    this(config.undampedTrend());
  }

  EtsForecaster(boolean undampedTrend) {
    super("ets", new AutomaticEts(undampedTrend), "undampedTrend=" + undampedTrend);
  }
}
