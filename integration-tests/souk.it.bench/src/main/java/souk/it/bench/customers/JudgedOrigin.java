package souk.it.bench.customers;

import java.util.List;
import java.util.Locale;
import souk.customer.lib.behavior.BoostedBuyers;
import souk.customer.lib.behavior.CalibratedFamily;
import souk.customer.lib.behavior.FamilyChoice;
import souk.customer.lib.behavior.PastAnswers;
import souk.customer.lib.behavior.PurchaseFamily;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.numeric.lib.metrics.Bootstrap;
import souk.numeric.lib.metrics.Interval;
import souk.numeric.lib.metrics.Probabilities;
import souk.numeric.lib.metrics.Ranking;

/**
 * One day on which everybody tells who will buy within so many days. Family and correction are
 * chosen by earlier days whose days ahead were over by then; what came afterwards only judges.
 */
public final class JudgedOrigin {
  private static final int BINS = 10;

  private final FamilyChoice choice;
  private final Histories now;
  private final PurchaseDays days;
  private final int ahead;
  private final double[] bought;
  private final double[] lately;
  private final double[] recency;

  /**
   * @param origin last day known
   * @param ahead days that are told and judged
   */
  public JudgedOrigin(PurchaseDays days, int origin, int ahead) {
    this.days = days;
    this.ahead = ahead;
    this.now = Histories.at(days, origin);
    this.bought = PastAnswers.bought(days, now, ahead);
    this.choice =
        FamilyChoice.of(days, origin, ahead, List.of(PurchaseFamily.values()), 1, family -> {});
    this.lately = new double[now.size()];
    for (int i = 0; i < lately.length; i++) {
      lately[i] = now.recency(i) - now.age(i);
    }
    this.recency = choice.families().get(0).buys(days, now, ahead, 1);
  }

  /** What the family that was chosen before is worth. */
  public Verdict verdict(Bootstrap bootstrap) {
    return verdict(choice.chosen(), bootstrap);
  }

  /**
   * A family against the plain rule.
   *
   * @param family its id
   * @param kind how it was corrected
   * @param auc area under the ROC curve
   * @param gain of that over the days since the last purchase
   * @param lossGain log loss of the corrected plain rule less its own
   * @param before calibration error as the family told
   * @param after calibration error as corrected
   */
  public record Verdict(
      String family,
      String kind,
      Interval auc,
      Interval gain,
      Interval lossGain,
      Interval before,
      Interval after) {}

  private Verdict verdict(CalibratedFamily family, Bootstrap bootstrap) {
    double[] told = family.family().buys(days, now, ahead, 1);
    double[] corrected = new double[told.length];
    for (int i = 0; i < told.length; i++) {
      corrected[i] = family.correct(told[i]);
    }
    Bootstrap.Metric ece = (y, p) -> Probabilities.ece(y, p, BINS);
    return new Verdict(
        family.family().id(),
        family.kind().name().toLowerCase(Locale.ROOT),
        bootstrap.of(Ranking::auc, bought, corrected),
        bootstrap.difference(Ranking::auc, bought, corrected, lately),
        bootstrap.difference(Probabilities::logLoss, bought, recency, corrected),
        bootstrap.of(ece, bought, told),
        bootstrap.of(ece, bought, corrected));
  }

  /** All families side by side. */
  public String table(String name, Bootstrap bootstrap) {
    StringBuilder text = new StringBuilder();
    double sum = 0;
    for (double one : bought) {
      sum += one;
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %d customers, %.1f %% bought within %d days; days since the last purchase: AUC %.4f%n",
            name,
            bought.length,
            100 * sum / bought.length,
            ahead,
            Ranking.auc(bought, lately)));
    for (CalibratedFamily family : choice.families()) {
      Verdict v = verdict(family, bootstrap);
      text.append(
          String.format(
              Locale.ROOT,
              "%s %-13s AUC %.4f, over recency %s; log loss under recency %s; ECE told %s, %s %s%n",
              family == choice.chosen() ? "*" : " ",
              v.family(),
              v.auc().value(),
              show(v.gain()),
              show(v.lossGain()),
              show(v.before()),
              v.kind(),
              show(v.after())));
    }
    double[] shuffled = BoostedBuyers.learn(days, now.lastDay(), ahead, 1, true).buys(days, now);
    return text.append(
            String.format(
                Locale.ROOT,
                "  shuffled      AUC %.4f (boosted trees, what came after dealt out anew)%n",
                Ranking.auc(bought, shuffled)))
        .toString();
  }

  /** AUC of boosted trees that learned from shuffled futures. */
  public double shuffledAuc() {
    return Ranking.auc(
        bought, BoostedBuyers.learn(days, now.lastDay(), ahead, 1, true).buys(days, now));
  }

  /** Told beside happened of the chosen family. */
  public List<Probabilities.Bin> reliability() {
    return Probabilities.table(bought, choice.chosen().buys(days, now, ahead, 1), BINS);
  }

  private static String show(Interval interval) {
    return String.format(
        Locale.ROOT, "%.4f [%.4f, %.4f]", interval.value(), interval.low(), interval.high());
  }
}
