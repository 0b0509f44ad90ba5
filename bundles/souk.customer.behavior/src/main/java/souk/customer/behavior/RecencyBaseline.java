package souk.customer.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.BehaviorForecast;
import souk.customer.api.CustomerScore;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.lifetime.RecencyTable;
import souk.customer.spi.BehaviorPredictor;
import souk.customer.spi.BehaviorTask;
import souk.model.Money;
import souk.model.Provenance;
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

  /** Who will not buy within a year is taken for lost. */
  private static final int YEAR = 365;

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
    List<CustomerScore> scores = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      double away = histories.age(i) - histories.recency(i);
      double expected = table.purchases(away, task.horizonDays());
      scores.add(
          CustomerScore.of(
                  log.customers().get(histories.customer(i)),
                  Money.ofMinor(Math.round(expected * histories.spend(i)), task.currency()))
              .buys(table.buys(away, task.horizonDays()))
              .churned(1 - table.buys(away, Math.max(YEAR, task.horizonDays())))
              .purchases(expected)
              .reason(LifetimeScores.history(histories, i))
              .build());
    }
    return new BehaviorForecast(
        task.horizonDays(),
        scores,
        Map.of("customers", (double) scores.size()),
        Provenance.builder(task.now(), ID, VERSION)
            .option("until", task.until())
            .option("horizonDays", task.horizonDays())
            .seed(task.seed())
            .build());
  }
}
