package souk.model;

import java.util.List;

/**
 * Purchases as columns, one row per order line, oldest first; the form in which customer strategies
 * read history. Returns have negative quantity and amount. The arrays are shared, not copied: they
 * must not be changed by anyone. Safe for use by many threads under that rule.
 */
public final class PurchaseLog {
  private final List<CustomerKey> customers;
  private final List<Sku> skus;
  private final int[] customer;
  private final int[] order;
  private final int[] sku;
  private final int[] epochDay;
  private final double[] quantity;
  private final long[] amountMinor;

  /**
   * @param customers customers that the column {@code customer} points into
   * @param skus articles that the column {@code sku} points into
   * @param customer index of the customer per row, −1 where unknown
   * @param order number of the order per row; equal for lines of one order
   * @param sku index of the article per row
   * @param epochDay business day per row, days since 1970-01-01
   * @param quantity units per row
   * @param amountMinor line amount per row in minor units
   */
  public PurchaseLog(
      List<CustomerKey> customers,
      List<Sku> skus,
      int[] customer,
      int[] order,
      int[] sku,
      int[] epochDay,
      double[] quantity,
      long[] amountMinor) {
    int rows = customer.length;
    if (order.length != rows
        || sku.length != rows
        || epochDay.length != rows
        || quantity.length != rows
        || amountMinor.length != rows) {
      throw new IllegalArgumentException(
          "All columns must have %d rows, but got %d, %d, %d, %d and %d."
              .formatted(
                  rows,
                  order.length,
                  sku.length,
                  epochDay.length,
                  quantity.length,
                  amountMinor.length));
    }
    this.customers = List.copyOf(customers);
    this.skus = List.copyOf(skus);
    this.customer = customer;
    this.order = order;
    this.sku = sku;
    this.epochDay = epochDay;
    this.quantity = quantity;
    this.amountMinor = amountMinor;
  }

  public int rows() {
    return customer.length;
  }

  public List<CustomerKey> customers() {
    return customers;
  }

  public List<Sku> skus() {
    return skus;
  }

  /** Index into {@link #customers()}, or −1. */
  public int customer(int row) {
    return customer[row];
  }

  public int order(int row) {
    return order[row];
  }

  /** Index into {@link #skus()}. */
  public int sku(int row) {
    return sku[row];
  }

  public int epochDay(int row) {
    return epochDay[row];
  }

  public double quantity(int row) {
    return quantity[row];
  }

  public long amountMinor(int row) {
    return amountMinor[row];
  }
}
