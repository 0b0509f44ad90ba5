package souk.customer.lib.rfm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.IntStream;
import souk.model.PurchaseLog;

/**
 * Recency, frequency and monetary value of each customer at a reference day.
 *
 * <p>Only rows of known customers before the reference day count. Recency is the number of days
 * from the last purchase to the reference day (at least 1); frequency is the number of distinct
 * orders with a positive amount; spend is the sum of all amounts, so that returns reduce it and it
 * may be negative. A return never makes a customer recent or frequent. Customers without any
 * purchase are left out: {@link #customer(int)} maps a row back to the index in the log. Rows
 * ascend by that index.
 *
 * <p>Source: Hughes, Strategic Database Marketing (1994). Immutable.
 */
public final class RfmTable {
  private final int referenceDay;
  private final int[] customer;
  private final int[] recencyDays;
  private final int[] frequency;
  private final long[] spendMinor;

  private RfmTable(int referenceDay, int[] customer, int[] recency, int[] freq, long[] spend) {
    this.referenceDay = referenceDay;
    this.customer = customer;
    this.recencyDays = recency;
    this.frequency = freq;
    this.spendMinor = spend;
  }

  /** Builds the table of {@code log} as known at the start of {@code referenceDay}. */
  public static RfmTable of(PurchaseLog log, int referenceDay) {
    int n = log.customers().size();
    int[] last = new int[n];
    Arrays.fill(last, Integer.MIN_VALUE);
    long[] spend = new long[n];
    long[] customerOrder = new long[log.rows()];
    int purchases = 0;
    for (int r = 0; r < log.rows(); r++) {
      if (log.customer(r) < 0 || log.epochDay(r) >= referenceDay) {
        continue;
      }
      int c = log.customer(r);
      spend[c] = Math.addExact(spend[c], log.amountMinor(r));
      if (log.amountMinor(r) > 0) {
        last[c] = Math.max(last[c], log.epochDay(r));
        customerOrder[purchases++] = ((long) c << 32) | log.order(r);
      }
    }
    int[] orders = distinctOrders(customerOrder, purchases, n);
    int[] rows = IntStream.range(0, n).filter(c -> orders[c] > 0).toArray();
    return new RfmTable(
        referenceDay,
        rows,
        IntStream.of(rows).map(c -> referenceDay - last[c]).toArray(),
        IntStream.of(rows).map(c -> orders[c]).toArray(),
        IntStream.of(rows).mapToLong(c -> spend[c]).toArray());
  }

  /**
   * Takes values computed elsewhere, for example by the warehouse.
   *
   * @throws IllegalArgumentException if lengths differ, a recency or a frequency is below 1
   */
  public static RfmTable of(int referenceDay, int[] recencyDays, int[] frequency, long[] spend) {
    if (recencyDays.length != frequency.length || recencyDays.length != spend.length) {
      throw new IllegalArgumentException(
          "Recency (%d), frequency (%d) and spend (%d) need one value per customer."
              .formatted(recencyDays.length, frequency.length, spend.length));
    }
    for (int i = 0; i < recencyDays.length; i++) {
      if (recencyDays[i] < 1 || frequency[i] < 1) {
        throw new IllegalArgumentException(
            """
            Row %d has recency %d days and frequency %d; both must be at least 1.
            Maybe the reference day (%d) is not after the last purchase."""
                .formatted(i, recencyDays[i], frequency[i], referenceDay));
      }
    }
    return new RfmTable(
        referenceDay,
        IntStream.range(0, recencyDays.length).toArray(),
        recencyDays.clone(),
        frequency.clone(),
        spend.clone());
  }

  public int size() {
    return customer.length;
  }

  public int referenceDay() {
    return referenceDay;
  }

  /** The customer's index in the log. */
  public int customer(int row) {
    return customer[row];
  }

  public int recencyDays(int row) {
    return recencyDays[row];
  }

  public int frequency(int row) {
    return frequency[row];
  }

  public long spendMinor(int row) {
    return spendMinor[row];
  }

  /**
   * The same customers in another order, so that results need not depend on how a log happens to
   * number them.
   *
   * @param byCustomer compares indices of customers in the log
   */
  public RfmTable sorted(Comparator<Integer> byCustomer) {
    int[] order =
        IntStream.range(0, size())
            .boxed()
            .sorted((a, b) -> byCustomer.compare(customer[a], customer[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new RfmTable(
        referenceDay,
        IntStream.of(order).map(r -> customer[r]).toArray(),
        IntStream.of(order).map(r -> recencyDays[r]).toArray(),
        IntStream.of(order).map(r -> frequency[r]).toArray(),
        IntStream.of(order).mapToLong(r -> spendMinor[r]).toArray());
  }

  /** Digest of all values in order (FNV-1a, 64 bit); the numbering of customers does not matter. */
  public String fingerprint() {
    long hash = mix(0xcbf29ce484222325L, referenceDay);
    for (int r = 0; r < size(); r++) {
      hash = mix(mix(mix(hash, recencyDays[r]), frequency[r]), spendMinor[r]);
    }
    return HexFormat.of().toHexDigits(hash);
  }

  private static long mix(long hash, long value) {
    long mixed = hash;
    for (int shift = 0; shift < 64; shift += 8) {
      mixed = (mixed ^ (value >>> shift & 0xff)) * 0x100000001b3L;
    }
    return mixed;
  }

  private static int[] distinctOrders(long[] customerOrder, int count, int customers) {
    Arrays.sort(customerOrder, 0, count);
    int[] orders = new int[customers];
    for (int i = 0; i < count; i++) {
      if (i == 0 || customerOrder[i] != customerOrder[i - 1]) {
        orders[(int) (customerOrder[i] >>> 32)]++;
      }
    }
    return orders;
  }
}
