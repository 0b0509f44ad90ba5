package souk.customer.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import souk.customer.api.BehaviorForecast;
import souk.customer.api.CustomerScore;
import souk.customer.lib.behavior.BehaviorFeatures;
import souk.customer.lib.behavior.BuyingSigns;
import souk.customer.lib.behavior.CalibratedFamily;
import souk.customer.lib.behavior.FamilyChoice;
import souk.customer.lib.behavior.ProfileScore;
import souk.customer.lib.behavior.PurchaseFamily;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.spi.BehaviorTask;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;
import souk.numeric.lib.metrics.Probabilities;
import souk.numeric.lib.metrics.Ranking;

/**
 * Corrected probabilities of a purchase over what a model of repeat buying says of the rest. How
 * many purchases and how much spend belong to a customer who buys stays as that model has it.
 */
final class CalibratedScores {
  private static final int BINS = 10;
  private static final int SIGNS = 3;

  private final PurchaseDays days;
  private final BehaviorTask task;
  private final CalibratedFamily chosen;
  private final FamilyChoice choice;

  CalibratedScores(PurchaseDays days, BehaviorTask task, FamilyChoice choice) {
    this.days = days;
    this.task = task;
    this.choice = choice;
    this.chosen = choice.chosen();
  }

  /**
   * @param lifetime of the same customers in the order of their histories
   */
  BehaviorForecast over(BehaviorForecast lifetime) {
    int last = LogDays.lastDay(task);
    Histories now = Histories.at(days, last);
    double[] buys = chosen.buys(days, now, task.horizonDays(), task.seed());
    double[][] features = BehaviorFeatures.of(days, now);
    BuyingSigns signs = BuyingSigns.of(days, last, task.horizonDays());
    List<CustomerScore> scores = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      CustomerScore.Builder score = moved(lifetime.scores().get(i), buys[i]);
      signs.of(features[i], SIGNS).forEach(sign -> score.reason(reason(sign, signs.all())));
      scores.add(score.build());
    }
    Map<String, Double> measures = new TreeMap<>(lifetime.measures());
    measures.putAll(measures());
    return new BehaviorForecast(
        task.horizonDays(),
        scores,
        measures,
        Provenance.builder(task.now(), ChosenFamily.ID, ChosenFamily.VERSION)
            .option("until", task.until())
            .option("horizonDays", task.horizonDays())
            .option("family", chosen.family().id())
            .option("correction", chosen.kind().name().toLowerCase(Locale.ROOT))
            .seed(task.seed())
            .build());
  }

  private CustomerScore.Builder moved(CustomerScore from, double buys) {
    double factor = from.buys() > 0 ? buys / from.buys() : 1;
    double most = task.horizonDays();
    double purchases = Math.min(most, Math.max(buys, factor * from.purchases()));
    double scale = from.purchases() > 0 ? purchases / from.purchases() : 1;
    Interval known = from.purchasesInterval();
    CustomerScore.Builder score =
        CustomerScore.of(
                from.customer(),
                Money.ofMinor(
                    Math.round(scale * from.spend().amountMinor()), from.spend().currency()))
            .buys(buys)
            .churned(from.churned())
            .purchases(purchases)
            .purchasesInterval(
                new Interval(
                    Math.min(purchases, scale * known.low()),
                    Math.max(purchases, scale * known.high()),
                    known.level()));
    from.nextPurchaseDays().ifPresent(score::nextPurchaseDays);
    from.reasons().forEach(score::reason);
    return score;
  }

  private Reason reason(BuyingSigns.Sign sign, double all) {
    String value = String.format(Locale.ROOT, sign.value() < 10 ? "%.1f" : "%.0f", worth(sign));
    String share = String.format(Locale.ROOT, "%.0f", 100 * sign.share());
    String usual = String.format(Locale.ROOT, "%.0f", 100 * all);
    return Reason.of(
        "behavior.sign." + sign.figure(),
        "Of customers with %s about %s, %s %% bought in the last %d days; of all, %s %%."
            .formatted(sign.figure(), value, share, task.horizonDays(), usual),
        value,
        share,
        task.horizonDays(),
        usual);
  }

  /** Amounts are in minor units. */
  private double worth(BuyingSigns.Sign sign) {
    return sign.figure().equals("meanAmount")
        ? sign.value() / StrictMath.pow(10, task.currency().getDefaultFractionDigits())
        : sign.value();
  }

  /** How well was told on earlier days, each corrected by those before it. */
  private Map<String, Double> measures() {
    Map<String, Double> measures = new TreeMap<>();
    for (CalibratedFamily family : choice.families()) {
      if (family.judged() > 0) {
        measures.put("logLoss." + family.family().id(), family.logLoss());
      }
      if (family.family() == PurchaseFamily.RECENCY && mixed(family.bought())) {
        measures.put("auc.recency", Ranking.auc(family.bought(), family.told()));
      }
    }
    ProfileScore.learn(days, LogDays.lastDay(task), task.horizonDays())
        .weights()
        .forEach((figure, weight) -> measures.put("weight." + figure, weight));
    measures.put("judged", (double) chosen.judged());
    if (mixed(chosen.bought())) {
      measures.put("auc", Ranking.auc(chosen.bought(), chosen.corrected()));
      measures.put("ece", Probabilities.ece(chosen.bought(), chosen.corrected(), BINS));
      measures.put("eceUncorrected", Probabilities.ece(chosen.bought(), chosen.told(), BINS));
      List<Probabilities.Bin> bins = chosen.reliability();
      for (int b = 0; b < bins.size(); b++) {
        measures.put("bin" + b + ".customers", (double) bins.get(b).rows());
        measures.put("bin" + b + ".told", bins.get(b).predicted());
        measures.put("bin" + b + ".bought", bins.get(b).happened());
      }
    }
    return measures;
  }

  private static boolean mixed(double[] bought) {
    double sum = 0;
    for (double one : bought) {
      sum += one;
    }
    return sum > 0 && sum < bought.length;
  }
}
