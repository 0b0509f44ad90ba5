package souk.customer.lib.behavior;

import java.util.List;
import java.util.Optional;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;

/**
 * Figures of a customer at the end of a day, from nothing later than that day; the same code makes
 * the rows that a model learns from and those that it is asked about.
 */
public final class BehaviorFeatures {
  /** Names of the figures, in order. */
  public static final List<String> NAMES =
      List.of(
          "daysSinceLast",
          "daysSinceFirst",
          "purchases",
          "meanGapDays",
          "lateness",
          "purchases30",
          "purchases90",
          "purchases180",
          "meanAmount",
          "spent90",
          "spentPerDay");

  private static final int MONTH = 30;
  private static final int QUARTER = 90;
  private static final int HALF_YEAR = 180;

  private BehaviorFeatures() {}

  /** The figures of each customer of the histories, as of their last day. */
  public static double[][] of(PurchaseDays days, Histories histories) {
    double[][] rows = new double[histories.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(days, histories, i);
    }
    return rows;
  }

  /**
   * The figures of one customer whose lines alone are at hand, by the same code.
   *
   * @param epochDay per line, in any order
   * @param amount per line, in any one unit of money; negative if given back
   * @param lastDay last day that counts
   * @return empty if nothing was bought until then
   */
  public static Optional<double[]> ofOne(int[] epochDay, double[] amount, int lastDay) {
    PurchaseDays days = PurchaseDays.of(1, new int[epochDay.length], epochDay, amount);
    Histories history = Histories.at(days, lastDay);
    return history.size() == 0 ? Optional.empty() : Optional.of(row(days, history, 0));
  }

  private static double[] row(PurchaseDays days, Histories histories, int i) {
    int last = histories.lastDay();
    int customer = histories.customer(i);
    double age = histories.age(i) * Histories.WEEK;
    double recency = histories.recency(i) * Histories.WEEK;
    int purchases = histories.repeats(i) + 1;
    // With one purchase there is no gap; that none came so far is known of it.
    double gap = purchases > 1 ? recency / (purchases - 1) : Double.NaN;
    double spent90 = days.spent(customer, last - QUARTER, last);
    return new double[] {
      age - recency,
      age,
      purchases,
      gap,
      (age - recency) / Math.max(1, gap),
      days.purchases(customer, last - MONTH, last),
      days.purchases(customer, last - QUARTER, last),
      days.purchases(customer, last - HALF_YEAR, last),
      histories.spend(i),
      spent90,
      histories.spend(i) * purchases / (age + 1)
    };
  }
}
