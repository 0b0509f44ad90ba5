package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.ces.ComplexSmoothing;
import souk.demand.spi.Forecaster;

/** Level and potential smoothed by one complex parameter. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=ces",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=exponential-smoothing",
      "souk.title=Complex exponential smoothing",
      "souk.history.minimum:Integer=" + ComplexSmoothing.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=7"
    })
public final class ComplexSmoothingForecaster extends PanelForecaster {
  @Activate
  public ComplexSmoothingForecaster() {
    super("ces", new ComplexSmoothing(), "season by AICc");
  }
}
