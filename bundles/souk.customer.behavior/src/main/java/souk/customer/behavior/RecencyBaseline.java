package souk.customer.behavior;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.BehaviorForecast;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.lifetime.RecencyTable;
import souk.customer.spi.BehaviorPredictor;
import souk.customer.spi.BehaviorTask;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** Customers will do as those did who had been away as long. Works with any number of them. */
@Component(
    property = {
      "souk.role=BehaviorPredictor",
      "souk.strategy=" + RecencyBaseline.ID,
      "souk.version=" + RecencyBaseline.VERSION,
      "souk.builtin:Boolean=true",
      "souk.family=recency",
      "souk.title=Recency"
    })
public final class RecencyBaseline implements BehaviorPredictor {
  static final String ID = "recency";
  static final String VERSION = "1.0.0";

  @Override
  public Optional<Refusal> refuses(PurchaseLog log, BehaviorTask task) {
    return LogDays.fewerThan(1, log, task);
  }

  @Override
  public BehaviorForecast predict(PurchaseLog log, BehaviorTask task) {
    PurchaseDays days = LogDays.of(log, task);
    int last = LogDays.lastDay(task);
    Histories histories = Histories.at(days, last);
    RecencyTable table = RecencyTable.of(days, last, task.horizonDays());
    return new CountedScores(log, task, days, histories)
        .forecast(
            i -> table.buys(away(histories, i), task.horizonDays()),
            i -> table.purchases(away(histories, i), task.horizonDays()),
            ID,
            VERSION);
  }

  private static double away(Histories histories, int i) {
    return histories.age(i) - histories.recency(i);
  }
}
