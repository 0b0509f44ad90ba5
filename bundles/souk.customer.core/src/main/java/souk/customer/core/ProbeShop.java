package souk.customer.core;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;
import souk.model.Sku;

/**
 * Purchases of 60 made-up customers and 12 articles for self-tests: customer {@code i} with {@code
 * i % 3 = 0} bought monthly and lately, with 1 now and then, with 2 once and long ago.
 */
final class ProbeShop {
  static final int CUSTOMERS = 60;
  static final LocalDate UNTIL = LocalDate.of(2024, 1, 1);
  private static final int ARTICLES = 12;
  private static final int DAYS = 360;

  private ProbeShop() {}

  static CustomerKey customer(int index) {
    return new CustomerKey("probe-" + index);
  }

  /** One line per customer and day on which the customer buys, oldest first. */
  static PurchaseLog purchases() {
    int firstDay = (int) UNTIL.toEpochDay() - DAYS;
    List<int[]> lines =
        IntStream.range(0, DAYS)
            .boxed()
            .flatMap(
                day ->
                    IntStream.range(0, CUSTOMERS)
                        .filter(c -> buys(c, day))
                        .mapToObj(c -> new int[] {c, firstDay + day, (c + day) % ARTICLES}))
            .toList();
    int rows = lines.size();
    return new PurchaseLog(
        IntStream.range(0, CUSTOMERS).mapToObj(ProbeShop::customer).toList(),
        IntStream.range(0, ARTICLES).mapToObj(i -> new Sku("probe-" + i)).toList(),
        lines.stream().mapToInt(l -> l[0]).toArray(),
        IntStream.range(0, rows).toArray(),
        lines.stream().mapToInt(l -> l[2]).toArray(),
        lines.stream().mapToInt(l -> l[1]).toArray(),
        IntStream.range(0, rows).mapToDouble(i -> 1).toArray(),
        lines.stream().mapToLong(l -> new long[] {4_000, 1_500, 300}[l[0] % 3] + l[0]).toArray());
  }

  private static boolean buys(int customer, int day) {
    return switch (customer % 3) {
      case 0 -> (day + customer) % 30 == 0;
      case 1 -> day < 300 && (day + customer) % 90 == 0;
      default -> day == customer;
    };
  }
}
