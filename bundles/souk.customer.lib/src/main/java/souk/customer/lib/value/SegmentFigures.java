package souk.customer.lib.value;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import souk.customer.lib.rfm.RfmTable;

/**
 * Size, share and typical behaviour of one segment.
 *
 * @param customers number of customers
 * @param customerShare share of all customers, in [0, 1]
 * @param revenueMinor spend of the segment in minor units; returns are subtracted
 * @param revenueShare share of the whole spend; 0 when the whole spend is not positive
 * @param meanRecencyDays mean days since the last purchase
 * @param meanFrequency mean number of orders
 * @param medianRecencyDays days since the last purchase, lower median
 * @param medianFrequency orders, lower median
 * @param medianSpendMinor spend in minor units, lower median
 */
public record SegmentFigures(
    int customers,
    double customerShare,
    long revenueMinor,
    double revenueShare,
    double meanRecencyDays,
    double meanFrequency,
    long medianRecencyDays,
    long medianFrequency,
    long medianSpendMinor) {

  /** Figures of the given rows of a table; means and medians are 0 for no rows. */
  public static SegmentFigures of(RfmTable table, int[] rows) {
    long total = IntStream.range(0, table.size()).mapToLong(table::spendMinor).sum();
    long revenue = IntStream.of(rows).mapToLong(table::spendMinor).sum();
    return new SegmentFigures(
        rows.length,
        table.size() == 0 ? 0 : (double) rows.length / table.size(),
        revenue,
        total > 0 ? (double) revenue / total : 0,
        IntStream.of(rows).map(table::recencyDays).average().orElse(0),
        IntStream.of(rows).map(table::frequency).average().orElse(0),
        median(rows, table::recencyDays),
        median(rows, table::frequency),
        median(rows, table::spendMinor));
  }

  /** Figures of all customers, against which a segment is explained. */
  public static SegmentFigures ofAll(RfmTable table) {
    return of(table, IntStream.range(0, table.size()).toArray());
  }

  private static long median(int[] rows, IntToLongFunction value) {
    long[] values = IntStream.of(rows).mapToLong(value).toArray();
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[(values.length - 1) / 2];
  }
}
