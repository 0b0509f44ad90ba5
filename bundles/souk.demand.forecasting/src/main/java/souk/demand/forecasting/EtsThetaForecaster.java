package souk.demand.forecasting;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.lib.combine.Combination;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.theta.Theta;
import souk.demand.spi.Forecaster;

/** The plain average of automatic ETS and Theta, quantile by quantile. */
@Component(
    service = Forecaster.class,
    property = {
      "souk.role=Forecaster",
      "souk.strategy=ets-theta",
      "souk.version=" + PanelForecaster.VERSION,
      "souk.family=combination",
      "souk.title=Average of ETS and Theta",
      "souk.history.minimum:Integer=" + Theta.MINIMUM,
      "souk.covariates=none",
      "souk.season.longest:Integer=0",
      "service.ranking:Integer=30"
    })
public final class EtsThetaForecaster extends PanelForecaster {
  @Activate
  public EtsThetaForecaster() {
    super("ets-theta", new Combination(List.of(new AutomaticEts(), new Theta())), "average");
  }
}
