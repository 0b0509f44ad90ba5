package souk.customer.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import souk.customer.api.BehaviorForecast;
import souk.customer.api.CustomerScore;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.lifetime.RecencyTable;
import souk.customer.spi.BehaviorTask;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.PurchaseLog;

/**
 * Scores from what was counted in the past. Who had been away as long and did not come back within
 * a year counts as lost; a purchase is worth what those before were.
 */
final class CountedScores {
  private static final int YEAR = 365;

  private final PurchaseLog log;
  private final BehaviorTask task;
  private final PurchaseDays days;
  private final Histories histories;

  CountedScores(PurchaseLog log, BehaviorTask task, PurchaseDays days, Histories histories) {
    this.log = log;
    this.task = task;
    this.days = days;
    this.histories = histories;
  }

  /**
   * @param buys probability of a purchase by place in the histories
   * @param purchases expected purchases likewise
   */
  BehaviorForecast forecast(
      IntToDoubleFunction buys, IntToDoubleFunction purchases, String id, String version) {
    RecencyTable year = RecencyTable.of(days, LogDays.lastDay(task), YEAR);
    List<CustomerScore> scores = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      double away = histories.age(i) - histories.recency(i);
      double expected = purchases.applyAsDouble(i);
      scores.add(
          CustomerScore.of(
                  log.customers().get(histories.customer(i)),
                  Money.ofMinor(Math.round(expected * histories.spend(i)), task.currency()))
              .buys(buys.applyAsDouble(i))
              .churned(1 - year.buys(away, Math.max(YEAR, task.horizonDays())))
              .purchases(expected)
              .reason(LifetimeScores.history(histories, i))
              .build());
    }
    return new BehaviorForecast(
        task.horizonDays(),
        scores,
        Map.of("customers", (double) scores.size()),
        Provenance.builder(task.now(), id, version)
            .option("until", task.until())
            .option("horizonDays", task.horizonDays())
            .seed(task.seed())
            .build());
  }
}
