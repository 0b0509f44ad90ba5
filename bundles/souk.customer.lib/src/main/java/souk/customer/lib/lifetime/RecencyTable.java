package souk.customer.lib.lifetime;

import java.util.Arrays;

/**
 * What customers did who had been away as long: tenths by the days since the last purchase, counted
 * at an earlier day. The plain rule that models must beat. Immutable.
 */
public final class RecencyTable {
  private static final int BINS = 10;

  private final double[] from;
  private final double[] buys;
  private final double[] purchases;
  private final int held;

  private RecencyTable(double[] from, double[] buys, double[] purchases, int held) {
    this.from = from;
    this.buys = buys;
    this.purchases = purchases;
    this.held = held;
  }

  /**
   * Counts what customers did in the last days that are known.
   *
   * @param lastDay last day known
   * @param daysAhead days that are counted; at most a third of those known
   */
  public static RecencyTable of(PurchaseDays days, int lastDay, int daysAhead) {
    int known = lastDay - days.firstDay() + 1;
    int held = Math.max(1, Math.min(daysAhead, known / 3));
    Histories before = Histories.at(days, lastDay - held);
    int n = before.size();
    double[] away = new double[n];
    for (int i = 0; i < n; i++) {
      away[i] = before.age(i) - before.recency(i);
    }
    double[] sorted = away.clone();
    Arrays.sort(sorted);
    double[] from = new double[BINS];
    for (int b = 1; b < BINS; b++) {
      from[b] = n == 0 ? 0 : sorted[b * n / BINS];
    }
    // One customer who did as all do goes into each bin, so that none is empty or certain.
    double[] count = new double[BINS];
    double[] bought = new double[BINS];
    double[] times = new double[BINS];
    double allBought = 0;
    double allTimes = 0;
    for (int i = 0; i < n; i++) {
      int there = days.purchases(before.customer(i), lastDay - held, lastDay);
      int b = bin(from, away[i]);
      count[b]++;
      bought[b] += there > 0 ? 1 : 0;
      times[b] += there;
      allBought += there > 0 ? 1 : 0;
      allTimes += there;
    }
    for (int b = 0; b < BINS; b++) {
      bought[b] = (bought[b] + (allBought + 0.5) / (n + 1)) / (count[b] + 1);
      times[b] = (times[b] + (allTimes + 0.5) / (n + 1)) / (count[b] + 1);
    }
    return new RecencyTable(from, bought, times, held);
  }

  private static int bin(double[] from, double away) {
    int b = BINS - 1;
    while (b > 0 && away < from[b]) {
      b--;
    }
    return b;
  }

  /**
   * Probability of at least one purchase within so many days; from that of the days counted as if
   * purchases came evenly.
   */
  public double buys(double weeksAway, int daysAhead) {
    double here = Math.min(1 - 1e-9, buys[bin(from, weeksAway)]);
    return -StrictMath.expm1(StrictMath.log1p(-here) * daysAhead / held);
  }

  /** Expected purchases within so many days. */
  public double purchases(double weeksAway, int daysAhead) {
    return Math.min(daysAhead, purchases[bin(from, weeksAway)] * daysAhead / held);
  }
}
