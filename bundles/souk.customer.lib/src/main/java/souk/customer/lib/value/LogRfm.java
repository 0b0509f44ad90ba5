package souk.customer.lib.value;

import souk.customer.lib.rfm.RfmTable;

/**
 * Clustering features: {@code ln(recency days)}, {@code ln(frequency)}, {@code ln(1 + max(spend,
 * 0))} with spend in minor units, each standardised. Logarithms because all three are strongly
 * skewed: without them a few wholesale buyers form the clusters alone. Cut at three standard
 * deviations, because a handful of customers who returned all they bought (spend 0) would otherwise
 * become a cluster of their own.
 */
public final class LogRfm {
  /** Column of recency; the smaller, the better. */
  public static final int RECENCY = 0;

  /** Column of frequency. */
  public static final int FREQUENCY = 1;

  /** Column of spend. */
  public static final int SPEND = 2;

  private static final double CUT = 3;

  private LogRfm() {}

  /**
   * One row per customer of the table, three columns of mean 0 and deviation 1 before they are cut
   * to [−3, 3].
   */
  public static double[][] standardised(RfmTable table) {
    double[][] rows = new double[table.size()][3];
    for (int r = 0; r < rows.length; r++) {
      rows[r][RECENCY] = StrictMath.log(table.recencyDays(r));
      rows[r][FREQUENCY] = StrictMath.log(table.frequency(r));
      rows[r][SPEND] = StrictMath.log1p(Math.max(table.spendMinor(r), 0));
    }
    double[][] z = Standardiser.fit(rows).transform(rows);
    for (double[] row : z) {
      for (int c = 0; c < row.length; c++) {
        row[c] = Math.max(-CUT, Math.min(CUT, row[c]));
      }
    }
    return z;
  }
}
