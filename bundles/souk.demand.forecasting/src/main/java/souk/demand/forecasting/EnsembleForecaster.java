package souk.demand.forecasting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.combine.AutomaticEnsemble;
import souk.demand.spi.Forecaster;

/**
 * Automatic ETS, ARIMA, complex smoothing, both Thetas, and TSB for demand with zeros: the default.
 */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=ensemble",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=combination",
      "souk.title=Automatic ensemble",
      "souk.history.minimum:Integer=" + AutomaticEnsemble.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=40"
    })
public final class EnsembleForecaster extends PanelForecaster {
  private static final AutomaticEnsemble METHOD = new AutomaticEnsemble();

  @Activate
  public EnsembleForecaster() {
    super(
        "ensemble",
        (history, request) -> METHOD.forecast(history, request),
        "trimmed mean; with zeros, TSB takes part");
  }
}
