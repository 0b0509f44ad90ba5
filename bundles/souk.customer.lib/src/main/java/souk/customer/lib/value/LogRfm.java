package souk.customer.lib.value;

import souk.customer.lib.rfm.RfmTable;

/**
 * Clustering features: {@code ln(recency days)}, {@code ln(frequency)}, {@code ln(1 + max(spend,
 * 0))} with spend in minor units, each standardised. Logarithms because all three are strongly
 * skewed: without them a few wholesale buyers form the clusters alone.
 */
public final class LogRfm {
  /** Column of recency; the smaller, the better. */
  public static final int RECENCY = 0;

  /** Column of frequency. */
  public static final int FREQUENCY = 1;

  /** Column of spend. */
  public static final int SPEND = 2;

  private LogRfm() {}

  /** One row per customer of the table, three columns, mean 0 and deviation 1 each. */
  public static double[][] standardised(RfmTable table) {
    double[][] rows = new double[table.size()][3];
    for (int r = 0; r < rows.length; r++) {
      rows[r][RECENCY] = StrictMath.log(table.recencyDays(r));
      rows[r][FREQUENCY] = StrictMath.log(table.frequency(r));
      rows[r][SPEND] = StrictMath.log1p(Math.max(table.spendMinor(r), 0));
    }
    return Standardiser.fit(rows).transform(rows);
  }
}
