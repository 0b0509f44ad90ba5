package souk.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;
import souk.model.Sku;

/**
 * A small shop whose truth is known: a third of the customers buys often, lately and much, a third
 * now and then, a third bought once, long ago, for little. Each customer also has one of five
 * tastes of ten articles. 5 % of the lines are returns, some lines have no known customer.
 */
public final class PlantedShop {
  /** Known customers; customer {@code i} belongs to third {@code i % 3}: 0 best, 2 worst. */
  public static final int CUSTOMERS = 150;

  /** Articles; those of taste {@code t} are {@code 10 t} to {@code 10 t + 9}. */
  public static final int ARTICLES = 50;

  /** The day after the last sale. */
  public static final LocalDate UNTIL = LocalDate.of(2024, 1, 1);

  private static final int UNTIL_DAY = (int) UNTIL.toEpochDay();

  private record Line(int customer, int order, int sku, int day, int quantity, long amount) {}

  private PlantedShop() {}

  public static CustomerKey customer(int index) {
    return new CustomerKey("C" + index);
  }

  public static Sku sku(int index) {
    return new Sku("S" + index);
  }

  /** The taste of a customer, from 0 to 4. */
  public static int tasteOf(int customer) {
    return customer / 3 % 5;
  }

  /** The purchases; the same seed gives the same shop. */
  public static PurchaseLog purchases(long seed) {
    Random random = new Random(seed);
    List<Line> lines = new ArrayList<>();
    int order = 0;
    for (int c = 0; c < CUSTOMERS; c++) {
      int third = c % 3;
      int orders = third == 0 ? 25 + random.nextInt(10) : third == 1 ? 5 + random.nextInt(3) : 1;
      for (int o = 0; o < orders; o++) {
        addOrder(lines, random, c, third, order++, o == 0);
      }
    }
    for (int i = 0; i < 100; i++) {
      int day = UNTIL_DAY - 1 - random.nextInt(300);
      lines.add(new Line(-1, order++, random.nextInt(ARTICLES), day, 1, 500));
    }
    lines.sort(Comparator.comparingInt(Line::day).thenComparingInt(Line::order));
    return log(lines);
  }

  /** The same purchases in a log that numbers its customers from the other end. */
  public static PurchaseLog renumbered(PurchaseLog log) {
    int customers = log.customers().size();
    int[] rows = IntStream.range(0, log.rows()).toArray();
    return new PurchaseLog(
        IntStream.range(0, customers)
            .mapToObj(c -> log.customers().get(customers - 1 - c))
            .toList(),
        log.skus(),
        IntStream.of(rows)
            .map(r -> log.customer(r) < 0 ? -1 : customers - 1 - log.customer(r))
            .toArray(),
        IntStream.of(rows).map(log::order).toArray(),
        IntStream.of(rows).map(log::sku).toArray(),
        IntStream.of(rows).map(log::epochDay).toArray(),
        IntStream.of(rows).mapToDouble(log::quantity).toArray(),
        IntStream.of(rows).mapToLong(log::amountMinor).toArray());
  }

  private static void addOrder(
      List<Line> lines, Random random, int customer, int third, int order, boolean latest) {
    int age =
        third == 2
            ? 250 + random.nextInt(60)
            : third == 1 ? 60 + random.nextInt(200) : 1 + random.nextInt(latest ? 10 : 300);
    long spend = third == 0 ? 5_000 : third == 1 ? 1_500 : 400;
    for (int l = 0; l < 4; l++) {
      boolean own = random.nextDouble() < 0.9;
      int sku = own ? 10 * tasteOf(customer) + random.nextInt(10) : random.nextInt(ARTICLES);
      long amount = spend + random.nextInt((int) spend);
      lines.add(new Line(customer, order, sku, UNTIL_DAY - age, 2, amount));
      if (random.nextDouble() < 0.05 && age > 1) {
        lines.add(new Line(customer, order, sku, UNTIL_DAY - age + 1, -1, -amount / 2));
      }
    }
  }

  private static PurchaseLog log(List<Line> lines) {
    return new PurchaseLog(
        IntStream.range(0, CUSTOMERS).mapToObj(PlantedShop::customer).toList(),
        IntStream.range(0, ARTICLES).mapToObj(PlantedShop::sku).toList(),
        lines.stream().mapToInt(Line::customer).toArray(),
        lines.stream().mapToInt(Line::order).toArray(),
        lines.stream().mapToInt(Line::sku).toArray(),
        lines.stream().mapToInt(Line::day).toArray(),
        lines.stream().mapToDouble(Line::quantity).toArray(),
        lines.stream().mapToLong(Line::amount).toArray());
  }
}
