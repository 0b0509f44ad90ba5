package souk.customer.lib.behavior.tokens;

import java.util.Arrays;

/**
 * What each customer bought or gave back, line by line, oldest first. Lines of one customer, day
 * and order are one order. The columns are sorted once and never changed. Immutable.
 */
public final class EventHistory {
  private final int products;
  private final int channels;
  private final int[] from;
  private final int[] day;
  private final int[] order;
  private final int[] product;
  private final int[] channel;
  private final double[] quantity;
  private final double[] spend;

  private EventHistory(int products, int channels, int[] from, Columns sorted) {
    this.products = products;
    this.channels = channels;
    this.from = from;
    this.day = sorted.day;
    this.order = sorted.order;
    this.product = sorted.product;
    this.channel = sorted.channel;
    this.quantity = sorted.quantity;
    this.spend = sorted.spend;
  }

  /**
   * Lines in any order.
   *
   * @param customer per line, 0 to customers - 1
   * @param day per line, days since 1970-01-01
   * @param order per line; equal for lines of one order
   * @param product per line, 0 to products - 1
   * @param channel per line, 0 to channels - 1; such as a store, a till or a country
   * @param quantity units per line; negative if given back
   * @param spend on the line, in any one unit of money; read for its size only
   */
  public record Columns(
      int[] customer,
      int[] day,
      int[] order,
      int[] product,
      int[] channel,
      double[] quantity,
      double[] spend) {
    public Columns {
      int lines = customer.length;
      for (int length :
          new int[] {
            day.length, order.length, product.length, channel.length, quantity.length, spend.length
          }) {
        if (length != lines) {
          throw new IllegalArgumentException(
              "All columns must have %d lines, but one has %d.".formatted(lines, length));
        }
      }
    }

    private Columns take(int[] lines) {
      return new Columns(
          ints(customer, lines),
          ints(day, lines),
          ints(order, lines),
          ints(product, lines),
          ints(channel, lines),
          Arrays.stream(lines).mapToDouble(l -> quantity[l]).toArray(),
          Arrays.stream(lines).mapToDouble(l -> spend[l]).toArray());
    }

    private static int[] ints(int[] values, int[] lines) {
      return Arrays.stream(lines).map(l -> values[l]).toArray();
    }
  }

  public static EventHistory of(int customers, int products, int channels, Columns lines) {
    int[] sorted = sorted(lines);
    int[] from = new int[customers + 1];
    for (int c : lines.customer) {
      from[c + 1]++;
    }
    for (int c = 0; c < customers; c++) {
      from[c + 1] += from[c];
    }
    return new EventHistory(products, channels, from, lines.take(sorted));
  }

  /** By customer, day, order, then place in the input. */
  private static int[] sorted(Columns lines) {
    Integer[] places = new Integer[lines.customer.length];
    Arrays.setAll(places, i -> i);
    Arrays.sort(
        places,
        (a, b) -> {
          int byCustomer = Integer.compare(lines.customer[a], lines.customer[b]);
          int byDay = byCustomer != 0 ? byCustomer : Integer.compare(lines.day[a], lines.day[b]);
          return byDay != 0 ? byDay : Integer.compare(lines.order[a], lines.order[b]);
        });
    return Arrays.stream(places).mapToInt(i -> i).toArray();
  }

  public int customers() {
    return from.length - 1;
  }

  public int products() {
    return products;
  }

  public int channels() {
    return channels;
  }

  /** Lines of a customer: {@code [first, last)} of the columns. */
  public int first(int customer) {
    return from[customer];
  }

  public int last(int customer) {
    return from[customer + 1];
  }

  /** The end of the lines of a customer that are known at the end of a day. */
  public int until(int customer, int lastDay) {
    int end = first(customer);
    while (end < last(customer) && day[end] <= lastDay) {
      end++;
    }
    return end;
  }

  /** The end of the order that begins at a line. */
  public int endOfOrder(int line, int end) {
    int next = line + 1;
    while (next < end && day[next] == day[line] && order[next] == order[line]) {
      next++;
    }
    return next;
  }

  public int day(int line) {
    return day[line];
  }

  public int product(int line) {
    return product[line];
  }

  public int channel(int line) {
    return channel[line];
  }

  public double spend(int line) {
    return spend[line];
  }

  /** Whether it was given back. */
  public boolean returned(int line) {
    return quantity[line] < 0;
  }

  /** Money for one unit. */
  public double unitPrice(int line) {
    return quantity[line] == 0 ? 0 : Math.abs(spend[line] / quantity[line]);
  }
}
