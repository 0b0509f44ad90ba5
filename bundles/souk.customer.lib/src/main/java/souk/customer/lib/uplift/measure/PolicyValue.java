package souk.customer.lib.uplift.measure;

import java.util.Arrays;
import souk.customer.lib.uplift.Nuisance;
import souk.customer.lib.uplift.Trial;

/**
 * Mean outcome per row, less costs, if a policy had decided whom to treat.
 *
 * <p>Inverse propensity: rows that happened to be treated as the policy wants, by the inverse of
 * that chance (Horvitz and Thompson, JASA 47, 1952). Doubly robust: what was expected, plus the
 * misses of those rows (Dudík, Langford and Li, ICML 2011). Normal 95 % intervals.
 *
 * @param treatedShare share of the rows that the policy treats
 * @param inversePropensity value by inverse propensity
 * @param doublyRobust value, doubly robust
 * @param overNobody doubly robust gain over treating nobody
 * @param overEverybody doubly robust gain over treating everybody
 */
public record PolicyValue(
    double treatedShare,
    Estimate inversePropensity,
    Estimate doublyRobust,
    Estimate overNobody,
    Estimate overEverybody) {

  /**
   * @param treat whom the policy treats; must not be learned from the same rows
   * @param expected learned from other rows
   * @param cost of one treatment, in units of the outcome
   */
  public static PolicyValue of(Trial trial, Nuisance expected, boolean[] treat, double cost) {
    int n = trial.size();
    double[] weighted = new double[n];
    double[] robust = new double[n];
    double[] overNobody = new double[n];
    double[] overEverybody = new double[n];
    double share = 0;
    for (int r = 0; r < n; r++) {
      double paid = treat[r] ? cost : 0;
      boolean asWanted = trial.treated(r) == treat[r];
      weighted[r] = (asWanted ? trial.outcome(r) / trial.chance(r) : 0) - paid;
      double effect = expected.doublyRobust(trial, r) - cost;
      robust[r] = untreated(trial, expected, r) + (treat[r] ? effect : 0);
      overNobody[r] = treat[r] ? effect : 0;
      overEverybody[r] = treat[r] ? 0 : -effect;
      share += treat[r] ? 1.0 / n : 0;
    }
    return new PolicyValue(
        share,
        Estimate.ofMean(weighted),
        Estimate.ofMean(robust),
        Estimate.ofMean(overNobody),
        Estimate.ofMean(overEverybody));
  }

  private static double untreated(Trial trial, Nuisance expected, int row) {
    double model = expected.control()[row];
    return trial.treated(row)
        ? model
        : model + (trial.outcome(row) - model) / (1 - trial.propensity(row));
  }

  /** Treats the rows whose score is above a bound. */
  public static boolean[] above(double[] score, double bound) {
    boolean[] treat = new boolean[score.length];
    for (int r = 0; r < treat.length; r++) {
      treat[r] = score[r] > bound;
    }
    return treat;
  }

  /** Treats this share of the rows, those with the highest scores; of equal ones the first. */
  public static boolean[] best(double[] score, double share) {
    boolean[] treat = new boolean[score.length];
    Integer[] order = new Integer[score.length];
    Arrays.setAll(order, r -> r);
    Arrays.sort(order, (a, b) -> Double.compare(score[b], score[a]));
    for (int i = 0; i < Math.round(share * order.length); i++) {
      treat[order[i]] = true;
    }
    return treat;
  }
}
