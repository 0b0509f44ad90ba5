package souk.customer.lib.lifetime;

import java.util.Optional;

/**
 * What every customer will probably do in the days after the last one known: a model of repeat
 * buying and one of the amounts, fitted to one shop. Immutable.
 */
public final class LifetimeFit {
  private final Histories histories;
  private final double weeks;
  private final ModelChoice choice;
  private final FittedPurchases purchases;
  private final PurchaseLaw law;
  private final PurchaseLaw[] neighbours;
  private final Optional<GammaGamma> amounts;
  private final double meanAmount;

  private LifetimeFit(
      Histories histories, double weeks, ModelChoice choice, FittedPurchases purchases) {
    this.histories = histories;
    this.weeks = weeks;
    this.choice = choice;
    this.purchases = purchases;
    this.law = purchases.law();
    this.neighbours = purchases.neighbours();
    int n = histories.size();
    int[] count = new int[n];
    double[] mean = new double[n];
    int worth = 0;
    double spent = 0;
    double bought = 0;
    for (int i = 0; i < n; i++) {
      count[i] = histories.repeats(i) + 1;
      mean[i] = histories.spend(i);
      worth += mean[i] > 0 ? 1 : 0;
      spent += count[i] * mean[i];
      bought += count[i];
    }
    this.amounts =
        worth < GammaGamma.FEWEST ? Optional.empty() : Optional.of(GammaGamma.fit(count, mean));
    this.meanAmount = spent / Math.max(1, bought);
  }

  /**
   * Fits to everything up to and on a day.
   *
   * @param daysAhead the days that the answers are about, at least 1
   * @param model the one to take; judged inside the past if empty
   */
  public static LifetimeFit of(
      PurchaseDays days, int lastDay, int daysAhead, Optional<PurchaseModel> model, long seed) {
    Histories histories = Histories.at(days, lastDay);
    ModelChoice choice =
        model
            .map(ModelChoice::given)
            .orElseGet(() -> ModelChoice.judged(days, lastDay, daysAhead, seed));
    return new LifetimeFit(
        histories,
        daysAhead / Histories.WEEK,
        choice,
        FittedPurchases.fit(choice.model(), histories, seed));
  }

  public Histories histories() {
    return histories;
  }

  public ModelChoice choice() {
    return choice;
  }

  public FittedPurchases purchases() {
    return purchases;
  }

  /** The model of the amounts; empty if hardly anything was worth something. */
  public Optional<GammaGamma> amounts() {
    return amounts;
  }

  /** Expected number of days with a purchase. */
  public double expected(int i) {
    return law.expected(histories.repeats(i), histories.recency(i), histories.age(i), weeks);
  }

  /**
   * The 95 % interval of the expected number of purchases: how far it would move with other
   * customers of the same kind to fit to. Symmetric in the logarithm.
   */
  public double[] expectedInterval(int i) {
    double here = expected(i);
    if (!(here > 0)) {
      return new double[] {here, here};
    }
    double[] moved = new double[neighbours.length];
    for (int j = 0; j < moved.length; j++) {
      double there =
          neighbours[j].expected(
              histories.repeats(i), histories.recency(i), histories.age(i), weeks);
      moved[j] = StrictMath.log(Math.max(there, Double.MIN_NORMAL));
    }
    double width = Math.min(5, FittedPurchases.NORMAL_95 * purchases.standardError(moved));
    return new double[] {here * StrictMath.exp(-width), here * StrictMath.exp(width)};
  }

  /** Weeks until the next purchase has come with a probability of one half; may be infinite. */
  public double nextPurchase(int i) {
    return law.nextPurchase(histories.repeats(i), histories.recency(i), histories.age(i), 0.5);
  }

  /** Probability that the customer still is one after the last day known. */
  public double alive(int i) {
    return law.alive(histories.repeats(i), histories.recency(i), histories.age(i));
  }

  /** Probability of at least one purchase. */
  public double buys(int i) {
    return law.buys(histories.repeats(i), histories.recency(i), histories.age(i), weeks);
  }

  /** Expected net amount of one purchase. */
  public double amount(int i) {
    return amounts
        .map(model -> model.expected(histories.repeats(i) + 1, histories.spend(i)))
        .orElse(meanAmount);
  }

  /** Expected net amount of all purchases. */
  public double value(int i) {
    return expected(i) * amount(i);
  }
}
