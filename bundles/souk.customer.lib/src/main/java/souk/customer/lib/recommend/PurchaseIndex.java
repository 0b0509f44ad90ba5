package souk.customer.lib.recommend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import souk.model.PurchaseLog;

/**
 * Who bought what, without repetitions: per customer the distinct articles with number of orders,
 * last day and a decayed weight, and the same turned round per article.
 *
 * <p>Only lines of known customers with a positive amount before the cut-off day count. An order
 * that is {@code a} days old when the cut-off day begins adds {@code 2^(−(a − 1) / halfLife)} to
 * the weight. Immutable, safe for use by many threads.
 */
public final class PurchaseIndex {
  private final int untilDay;
  private final int[] customerStart;
  private final int[] item;
  private final int[] orders;
  private final int[] lastDay;
  private final double[] weight;
  private final int[] itemStart;
  private final int[] customerOfItem;

  private PurchaseIndex(
      int untilDay,
      int[] customerStart,
      int[] item,
      int[] orders,
      int[] lastDay,
      double[] weight,
      int items) {
    this.untilDay = untilDay;
    this.customerStart = customerStart;
    this.item = item;
    this.orders = orders;
    this.lastDay = lastDay;
    this.weight = weight;
    this.itemStart = new int[items + 1];
    for (int i : item) {
      itemStart[i + 1]++;
    }
    Arrays.parallelPrefix(itemStart, Integer::sum);
    int[] next = Arrays.copyOf(itemStart, items);
    this.customerOfItem = new int[item.length];
    for (int c = 0; c + 1 < customerStart.length; c++) {
      for (int p = customerStart[c]; p < customerStart[c + 1]; p++) {
        customerOfItem[next[item[p]]++] = c;
      }
    }
  }

  /**
   * Indexes {@code log} as known at the start of {@code untilDay}.
   *
   * @param halfLifeDays days after which an order counts half, greater than 0
   */
  public static PurchaseIndex of(PurchaseLog log, int untilDay, double halfLifeDays) {
    if (!(halfLifeDays > 0)) {
      throw new IllegalArgumentException(
          "The half-life (%s days) must be greater than 0.".formatted(halfLifeDays));
    }
    int customers = log.customers().size();
    int items = log.skus().size();
    Row[] rows = purchases(log, untilDay);
    int[] start = new int[customers + 1];
    int[] item = new int[rows.length];
    int[] orders = new int[rows.length];
    int[] last = new int[rows.length];
    double[] weight = new double[rows.length];
    int size = 0;
    Row before = null;
    for (Row row : rows) {
      boolean samePair =
          before != null && before.customer == row.customer && before.item == row.item;
      if (!samePair) {
        start[row.customer + 1]++;
        item[size++] = row.item;
      }
      if (before == null || !samePair || before.order != row.order) {
        orders[size - 1]++;
        weight[size - 1] += StrictMath.pow(0.5, (untilDay - 1 - row.day) / halfLifeDays);
      }
      last[size - 1] = Math.max(last[size - 1], row.day);
      before = row;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    return new PurchaseIndex(
        untilDay,
        start,
        Arrays.copyOf(item, size),
        Arrays.copyOf(orders, size),
        Arrays.copyOf(last, size),
        Arrays.copyOf(weight, size),
        items);
  }

  public int customers() {
    return customerStart.length - 1;
  }

  public int items() {
    return itemStart.length - 1;
  }

  /** First day that does not count. */
  public int untilDay() {
    return untilDay;
  }

  /** Position of the customer's first article; articles ascend within a customer. */
  public int from(int customer) {
    return customerStart[customer];
  }

  /** Position after the customer's last article. */
  public int until(int customer) {
    return customerStart[customer + 1];
  }

  public int item(int position) {
    return item[position];
  }

  /** Distinct orders of this customer with this article. */
  public int orders(int position) {
    return orders[position];
  }

  /** Days since 1970-01-01 of the latest such order. */
  public int lastDay(int position) {
    return lastDay[position];
  }

  /** Decayed number of orders, in (0, orders]. */
  public double weight(int position) {
    return weight[position];
  }

  /** Number of customers who bought the article. */
  public int buyers(int itemIndex) {
    return itemStart[itemIndex + 1] - itemStart[itemIndex];
  }

  int buyer(int itemIndex, int number) {
    return customerOfItem[itemStart[itemIndex] + number];
  }

  /** The customer's articles, the latest bought first, then by index. */
  public int[] itemsLatestFirst(int customer) {
    return Arrays.stream(latestFirst(customer)).map(p -> item[p]).toArray();
  }

  /** Weights of {@link #itemsLatestFirst}. */
  public float[] weightsLatestFirst(int customer) {
    int[] positions = latestFirst(customer);
    float[] weights = new float[positions.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) weight[positions[i]];
    }
    return weights;
  }

  private int[] latestFirst(int customer) {
    return IntStream.range(from(customer), until(customer))
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(p -> -lastDay[p]).thenComparingInt(p -> item[p]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Decayed number of orders per article, over all customers: what is popular lately. */
  public double[] popularity() {
    double[] popularity = new double[items()];
    for (int p = 0; p < item.length; p++) {
      popularity[item[p]] += weight[p];
    }
    return popularity;
  }

  private record Row(int customer, int item, int order, int day) implements Comparable<Row> {
    @Override
    public int compareTo(Row o) {
      int byCustomer = Integer.compare(customer, o.customer);
      int byItem = byCustomer != 0 ? byCustomer : Integer.compare(item, o.item);
      return byItem != 0 ? byItem : Integer.compare(order, o.order);
    }
  }

  private static Row[] purchases(PurchaseLog log, int untilDay) {
    Row[] rows = new Row[log.rows()];
    int size = 0;
    for (int r = 0; r < rows.length; r++) {
      if (log.customer(r) >= 0 && log.amountMinor(r) > 0 && log.epochDay(r) < untilDay) {
        rows[size++] = new Row(log.customer(r), log.sku(r), log.order(r), log.epochDay(r));
      }
    }
    Row[] sorted = Arrays.copyOf(rows, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
