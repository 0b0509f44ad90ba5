package souk.cli;

import java.util.List;
import java.util.Locale;
import souk.customer.lib.rfm.RfmTable;
import souk.customer.lib.segmentation.Grouping;
import souk.model.PurchaseLog;

/** Recency, number of days with a purchase and spend of each customer at the end of a day. */
final class CustomersAt {
  private final PurchaseLog log;
  private final RfmTable table;
  private final double[][] rows;

  CustomersAt(PurchaseLog log, int lastDay) {
    this.log = log;
    this.table = RfmTable.of(log, lastDay + 1);
    this.rows = Grouping.rows(table);
  }

  int size() {
    return rows.length;
  }

  double[][] rows() {
    return rows;
  }

  int customer(int i) {
    return table.customer(i);
  }

  /** What each spent on the days after, less what was given back. */
  double[] spentWithin(int days) {
    double[] byCustomer = new double[log.customers().size()];
    for (int r = 0; r < log.rows(); r++) {
      int after = log.epochDay(r) - table.referenceDay();
      if (log.customer(r) >= 0 && after >= 0 && after < days) {
        byCustomer[log.customer(r)] += amount(log.amountMinor(r));
      }
    }
    double[] spent = new double[rows.length];
    for (int i = 0; i < spent.length; i++) {
      spent[i] = byCustomer[table.customer(i)];
    }
    return spent;
  }

  List<String> line(int i, String segment) {
    return List.of(
        log.customers().get(table.customer(i)).value(),
        segment,
        Integer.toString(table.recencyDays(i)),
        Integer.toString(table.frequency(i)),
        String.format(Locale.ROOT, "%.2f", amount(table.spendMinor(i))));
  }

  /** Amounts as they were written. */
  static double amount(double minor) {
    return minor / PurchaseFile.MINOR;
  }
}
