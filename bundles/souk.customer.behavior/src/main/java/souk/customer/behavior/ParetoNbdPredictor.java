package souk.customer.behavior;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.BehaviorForecast;
import souk.customer.lib.lifetime.PurchaseModel;
import souk.customer.spi.BehaviorPredictor;
import souk.customer.spi.BehaviorTask;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** Customers leave at any time. */
@Component(
    property = {
      "souk.role=BehaviorPredictor",
      "souk.strategy=" + ParetoNbdPredictor.ID,
      "souk.version=" + ParetoNbdPredictor.VERSION,
      "souk.family=lifetime",
      "service.ranking:Integer=100",
      "souk.title=Pareto/NBD and Gamma-Gamma"
    })
public final class ParetoNbdPredictor implements BehaviorPredictor {
  static final String ID = "pareto-nbd";
  static final String VERSION = "1.0.0";
  private static final int FEWEST = 30;

  @Override
  public Optional<Refusal> refuses(PurchaseLog log, BehaviorTask task) {
    return LogDays.fewerThan(FEWEST, log, task);
  }

  @Override
  public BehaviorForecast predict(PurchaseLog log, BehaviorTask task) {
    return new LifetimeScores(log, task).forecast(PurchaseModel.PARETO_NBD, ID, VERSION);
  }
}
