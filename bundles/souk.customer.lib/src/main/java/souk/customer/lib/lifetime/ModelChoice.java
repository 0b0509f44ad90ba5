package souk.customer.lib.lifetime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which model fits a shop: each is fitted to the purchases up to an earlier day and judged by what
 * happened between that day and the last one known. Nothing later is looked at. Immutable.
 *
 * @param model the one to take
 * @param splitDay last day that the models saw when they were judged; empty if there was too little
 *     to judge by
 * @param scores of the models, best first; empty if there was too little to judge by
 */
public record ModelChoice(PurchaseModel model, Optional<Integer> splitDay, List<Score> scores) {
  /** Fewest customers at the split, and fewest purchases after it. */
  private static final int FEWEST = 50;

  private static final double NORMAL_95 = 1.959963984540054;

  /**
   * How a model did.
   *
   * @param model which
   * @param deviance mean Poisson deviance of the counts; the smaller, the better
   * @param expected purchases it expected of all customers
   * @param bought purchases that came
   */
  public record Score(PurchaseModel model, double deviance, double expected, int bought) {}

  public ModelChoice {
    scores = List.copyOf(scores);
  }

  /** No question asked. */
  public static ModelChoice given(PurchaseModel model) {
    return new ModelChoice(model, Optional.empty(), List.of());
  }

  /**
   * The best on the days held out; Pareto/NBD where the difference is within chance, as its
   * probability of being alive tells one-time buyers apart, and where there is too little.
   *
   * @param lastDay last day known
   * @param daysAhead how far the answer will look
   */
  public static ModelChoice judged(PurchaseDays days, int lastDay, int daysAhead, long seed) {
    int known = lastDay - days.firstDay() + 1;
    int held = Math.min(daysAhead, known / 3);
    int split = lastDay - held;
    Histories before = Histories.at(days, split);
    int bought = 0;
    int[] counts = new int[before.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = days.purchases(before.customer(i), split, lastDay);
      bought += counts[i];
    }
    if (before.size() < FEWEST || bought < FEWEST) {
      return given(PurchaseModel.PARETO_NBD);
    }
    List<Score> scores = new ArrayList<>();
    List<double[]> deviances = new ArrayList<>();
    for (PurchaseModel model : PurchaseModel.values()) {
      PurchaseLaw law = FittedPurchases.fit(model, before, seed).law();
      double[] deviance = new double[counts.length];
      double sum = 0;
      double total = 0;
      for (int i = 0; i < counts.length; i++) {
        double expected =
            law.expected(
                before.repeats(i), before.recency(i), before.age(i), held / Histories.WEEK);
        deviance[i] = deviance(counts[i], expected);
        sum += deviance[i];
        total += expected;
      }
      scores.add(new Score(model, sum / counts.length, total, bought));
      deviances.add(deviance);
    }
    int best = 0;
    for (int k = 1; k < scores.size(); k++) {
      best = scores.get(k).deviance() < scores.get(best).deviance() ? k : best;
    }
    int safe = PurchaseModel.PARETO_NBD.ordinal();
    boolean chance = within(deviances.get(safe), deviances.get(best));
    PurchaseModel chosen = scores.get(chance ? safe : best).model();
    scores.sort(Comparator.comparingDouble(Score::deviance));
    return new ModelChoice(chosen, Optional.of(split), scores);
  }

  /** Whether the mean difference could be 0. */
  private static boolean within(double[] a, double[] b) {
    int n = a.length;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += (a[i] - b[i]) / n;
    }
    double variance = 0;
    for (int i = 0; i < n; i++) {
      variance += Math.pow(a[i] - b[i] - mean, 2) / Math.max(1, n - 1);
    }
    return mean <= NORMAL_95 * Math.sqrt(variance / n);
  }

  /** Poisson deviance of a count. */
  public static double deviance(int count, double expected) {
    double mean = Math.max(expected, 1e-6);
    return 2 * ((count == 0 ? 0 : count * StrictMath.log(count / mean)) - (count - mean));
  }
}
