package souk.customer.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import souk.customer.api.BehaviorForecast;
import souk.customer.api.CustomerScore;
import souk.customer.lib.lifetime.FittedPurchases;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.LifetimeFit;
import souk.customer.lib.lifetime.PurchaseModel;
import souk.customer.spi.BehaviorTask;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Reason;

/** Scores of all customers from a model of repeat buying. */
final class LifetimeScores {
  private static final double LEVEL = 0.95;

  private final PurchaseLog log;
  private final BehaviorTask task;

  LifetimeScores(PurchaseLog log, BehaviorTask task) {
    this.log = log;
    this.task = task;
  }

  BehaviorForecast forecast(PurchaseModel model, String id, String version) {
    LifetimeFit fit =
        LifetimeFit.of(
            LogDays.of(log, task),
            LogDays.lastDay(task),
            task.horizonDays(),
            Optional.of(model),
            task.seed());
    List<CustomerScore> scores = new ArrayList<>();
    for (int i = 0; i < fit.histories().size(); i++) {
      scores.add(score(fit, i));
    }
    return new BehaviorForecast(
        task.horizonDays(),
        scores,
        measures(fit.purchases()),
        Provenance.builder(task.now(), id, version)
            .option("until", task.until())
            .option("horizonDays", task.horizonDays())
            .seed(task.seed())
            .build());
  }

  private CustomerScore score(LifetimeFit fit, int i) {
    Histories histories = fit.histories();
    double days = task.horizonDays();
    double expected = Math.min(days, fit.expected(i));
    double[] interval = fit.expectedInterval(i);
    CustomerScore.Builder score =
        CustomerScore.of(
                log.customers().get(histories.customer(i)),
                Money.ofMinor(Math.round(expected * fit.amount(i)), task.currency()))
            .buys(fit.buys(i))
            .churned(1 - fit.alive(i))
            .purchases(expected)
            .purchasesInterval(
                new Interval(
                    Math.min(expected, interval[0]), Math.max(expected, interval[1]), LEVEL))
            .reason(history(histories, i));
    double next = fit.nextPurchase(i);
    return (Double.isFinite(next) ? score.nextPurchaseDays(next * Histories.WEEK) : score).build();
  }

  /** What the model knows of a customer. */
  static Reason history(Histories histories, int i) {
    long known = Math.round(histories.age(i) * Histories.WEEK) + 1;
    long away = Math.round((histories.age(i) - histories.recency(i)) * Histories.WEEK) + 1;
    return Reason.of(
        "behavior.history",
        "Bought on %d of %d days, last %d days ago."
            .formatted(histories.repeats(i) + 1, known, away),
        histories.repeats(i) + 1,
        known,
        away);
  }

  private static Map<String, Double> measures(FittedPurchases fit) {
    Map<String, Double> measures = new TreeMap<>();
    for (int j = 0; j < fit.parameters().length; j++) {
      measures.put(fit.model().parameters().get(j), fit.parameters()[j]);
    }
    measures.put("logLikelihood", fit.logLikelihood());
    measures.put("customers", (double) fit.customers());
    return measures;
  }
}
