package souk.cli;

import java.util.List;
import java.util.Locale;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;

/** Recency, number of days with a purchase and spend of each customer at the end of a day. */
final class CustomersAt {
  private static final double MINOR = 100;

  private final PurchaseDays days;
  private final Histories histories;
  private final double[][] rows;

  CustomersAt(PurchaseDays days, int lastDay) {
    this.days = days;
    this.histories = Histories.at(days, lastDay);
    this.rows = new double[histories.size()][];
    for (int i = 0; i < rows.length; i++) {
      double silent = Histories.WEEK * (histories.age(i) - histories.recency(i));
      double spent = days.spent(histories.customer(i), Integer.MIN_VALUE, lastDay);
      rows[i] =
          new double[] {
            1 + Math.round(silent), 1 + histories.repeats(i), Math.round(MINOR * spent)
          };
    }
  }

  int size() {
    return rows.length;
  }

  double[][] rows() {
    return rows;
  }

  int customer(int i) {
    return histories.customer(i);
  }

  /** What each spent on the days after, less what was given back. */
  double[] spentWithin(int ahead) {
    double[] spent = new double[rows.length];
    for (int i = 0; i < spent.length; i++) {
      int last = histories.lastDay();
      spent[i] = days.spent(histories.customer(i), last, last + ahead);
    }
    return spent;
  }

  List<String> line(int i, List<String> names, String segment) {
    return List.of(
        names.get(histories.customer(i)),
        segment,
        Integer.toString((int) rows[i][0]),
        Integer.toString((int) rows[i][1]),
        String.format(Locale.ROOT, "%.2f", amount(rows[i][2])));
  }

  /** Amounts as they were written. */
  static double amount(double minor) {
    return minor / MINOR;
  }
}
