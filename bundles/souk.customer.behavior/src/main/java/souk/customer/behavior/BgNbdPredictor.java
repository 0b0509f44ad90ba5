package souk.customer.behavior;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.BehaviorForecast;
import souk.customer.lib.lifetime.PurchaseModel;
import souk.customer.spi.BehaviorPredictor;
import souk.customer.spi.BehaviorTask;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** Customers leave after a purchase, but not after the first one. */
@Component(
    property = {
      "souk.role=BehaviorPredictor",
      "souk.strategy=" + BgNbdPredictor.ID,
      "souk.version=" + BgNbdPredictor.VERSION,
      "souk.family=lifetime",
      "service.ranking:Integer=50",
      "souk.title=BG/NBD and Gamma-Gamma"
    })
public final class BgNbdPredictor implements BehaviorPredictor {
  static final String ID = "bg-nbd";
  static final String VERSION = "1.0.0";
  private static final int FEWEST = 30;

  @Override
  public Optional<Refusal> refuses(PurchaseLog log, BehaviorTask task) {
    return LogDays.fewerThan(FEWEST, log, task);
  }

  @Override
  public BehaviorForecast predict(PurchaseLog log, BehaviorTask task) {
    return new LifetimeScores(log, task).forecast(PurchaseModel.BG_NBD, ID, VERSION);
  }
}
