package souk.customer.lib;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;
import souk.model.Sku;

/** Collects small purchase logs for tests; sorts rows by day. */
public final class TestLogs {
  private final List<long[]> rows = new ArrayList<>();

  /** Adds an order line; a negative amount is a return. Customer −1 is unknown. */
  public TestLogs line(int customer, int order, int sku, int epochDay, long amountMinor) {
    rows.add(new long[] {customer, order, sku, epochDay, amountMinor});
    return this;
  }

  /** The log over customers C0… and articles S0…. */
  public PurchaseLog log(int customers, int skus) {
    rows.sort((a, b) -> Long.compare(a[3], b[3]));
    return new PurchaseLog(
        IntStream.range(0, customers).mapToObj(i -> new CustomerKey("C" + i)).toList(),
        IntStream.range(0, skus).mapToObj(i -> new Sku("S" + i)).toList(),
        column(0),
        column(1),
        column(2),
        column(3),
        rows.stream().mapToDouble(r -> Long.signum(r[4])).toArray(),
        rows.stream().mapToLong(r -> r[4]).toArray());
  }

  private int[] column(int column) {
    return rows.stream().mapToInt(r -> (int) r[column]).toArray();
  }
}
