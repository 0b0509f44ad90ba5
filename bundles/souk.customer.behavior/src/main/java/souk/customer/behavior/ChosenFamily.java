package souk.customer.behavior;

import java.util.Arrays;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.BehaviorForecast;
import souk.customer.lib.behavior.FamilyChoice;
import souk.customer.lib.behavior.PurchaseFamily;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.lifetime.PurchaseModel;
import souk.customer.spi.BehaviorPredictor;
import souk.customer.spi.BehaviorTask;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** The family that told best on earlier days, with probabilities corrected by what came then. */
@Component(
    property = {
      "souk.role=BehaviorPredictor",
      "souk.strategy=" + ChosenFamily.ID,
      "souk.version=" + ChosenFamily.VERSION,
      "souk.family=chosen",
      "service.ranking:Integer=150",
      "souk.title=Best family, calibrated"
    })
public final class ChosenFamily implements BehaviorPredictor {
  static final String ID = "best-calibrated";
  static final String VERSION = "1.0.0";
  private static final int FEWEST = 30;

  /** Customers that the choice is made by; more make it slower and hardly surer. */
  private static final int MOST = 10_000;

  @Override
  public Optional<Refusal> refuses(PurchaseLog log, BehaviorTask task) {
    return LogDays.fewerThan(FEWEST, log, task);
  }

  @Override
  public BehaviorForecast predict(PurchaseLog log, BehaviorTask task) {
    PurchaseDays all = LogDays.of(log, task);
    FamilyChoice choice =
        FamilyChoice.of(
            all.some(MOST),
            LogDays.lastDay(task),
            task.horizonDays(),
            Arrays.asList(PurchaseFamily.values()),
            task.seed(),
            family -> {});
    BehaviorForecast lifetime =
        new LifetimeScores(log, task).forecast(PurchaseModel.PARETO_NBD, ID, VERSION);
    return new CalibratedScores(all, task, choice).over(lifetime);
  }
}
