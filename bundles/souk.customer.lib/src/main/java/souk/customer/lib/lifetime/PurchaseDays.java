package souk.customer.lib.lifetime;

import java.util.Arrays;

/**
 * Which customer bought on which days for how much: the one place from which every figure about the
 * past and every label about the future is taken, online and offline. Lines of one customer and day
 * are one purchase. Negative amounts are refunds: they lower what was spent, and a day on which at
 * least as much was given back as bought is no purchase. Immutable.
 */
public final class PurchaseDays {
  private final int[] from;
  private final int[] day;
  private final double[] bought;
  private final double[] refunded;

  private PurchaseDays(int[] from, int[] day, double[] bought, double[] refunded) {
    this.from = from;
    this.day = day;
    this.bought = bought;
    this.refunded = refunded;
  }

  /**
   * From lines in any order.
   *
   * @param customers number of customers
   * @param customer per line, 0 to customers - 1
   * @param epochDay per line
   * @param amount per line, in any one unit of money; negative if given back
   */
  public static PurchaseDays of(int customers, int[] customer, int[] epochDay, double[] amount) {
    int[] sorted = sorted(customers, customer, epochDay);
    int[] from = new int[customers + 1];
    int[] day = new int[customer.length];
    double[] bought = new double[customer.length];
    double[] refunded = new double[customer.length];
    int size = 0;
    int last = -1;
    for (int line : sorted) {
      if (last < 0 || customer[line] != customer[last] || epochDay[line] != epochDay[last]) {
        last = line;
        day[size] = epochDay[line];
        // Not a number until something is bought: a purchase for nothing is one all the same.
        bought[size] = Double.NaN;
        from[customer[line] + 1] = ++size;
      }
      if (amount[line] < 0) {
        refunded[size - 1] -= amount[line];
      } else {
        bought[size - 1] =
            Double.isNaN(bought[size - 1]) ? amount[line] : bought[size - 1] + amount[line];
      }
    }
    for (int c = 1; c <= customers; c++) {
      from[c] = Math.max(from[c], from[c - 1]);
    }
    return new PurchaseDays(
        from, Arrays.copyOf(day, size), Arrays.copyOf(bought, size), Arrays.copyOf(refunded, size));
  }

  /** Lines by customer, then day, then place in the input; without boxing. */
  private static int[] sorted(int customers, int[] customer, int[] epochDay) {
    int[] begin = new int[customers + 1];
    for (int c : customer) {
      begin[c + 1]++;
    }
    for (int c = 0; c < customers; c++) {
      begin[c + 1] += begin[c];
    }
    long[] keys = new long[customer.length];
    int[] next = Arrays.copyOf(begin, customers);
    for (int line = 0; line < customer.length; line++) {
      keys[next[customer[line]]++] = ((long) epochDay[line] << 32) | line;
    }
    for (int c = 0; c < customers; c++) {
      Arrays.sort(keys, begin[c], begin[c + 1]);
    }
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** The purchases of every n-th customer, so that at most so many are left. */
  public PurchaseDays some(int most) {
    int step = Math.max(1, (customers() + most - 1) / most);
    int kept = (customers() + step - 1) / step;
    int[] begin = new int[kept + 1];
    int size = 0;
    for (int k = 0; k < kept; k++) {
      size += last(k * step) - first(k * step);
      begin[k + 1] = size;
    }
    int[] days = new int[size];
    double[] in = new double[size];
    double[] out = new double[size];
    for (int k = 0; k < kept; k++) {
      int at = first(k * step);
      int length = begin[k + 1] - begin[k];
      System.arraycopy(day, at, days, begin[k], length);
      System.arraycopy(bought, at, in, begin[k], length);
      System.arraycopy(refunded, at, out, begin[k], length);
    }
    return step == 1 ? this : new PurchaseDays(begin, days, in, out);
  }

  public int customers() {
    return from.length - 1;
  }

  /** Days of a customer with a purchase or a refund: {@code [first, last)} of the other columns. */
  int first(int customer) {
    return from[customer];
  }

  int last(int customer) {
    return from[customer + 1];
  }

  int day(int entry) {
    return day[entry];
  }

  /** Whether something was bought and not all of it given back on the day itself. */
  boolean purchase(int entry) {
    return !Double.isNaN(bought[entry])
        && (refunded[entry] == 0 || refunded[entry] < bought[entry]);
  }

  /** What was bought less what was given back on that day. */
  double net(int entry) {
    return (Double.isNaN(bought[entry]) ? 0 : bought[entry]) - refunded[entry];
  }

  /** Purchases of a customer on days in {@code (after, upTo]}. */
  public int purchases(int customer, int after, int upTo) {
    int count = 0;
    for (int e = first(customer); e < last(customer); e++) {
      if (day[e] > after && day[e] <= upTo && purchase(e)) {
        count++;
      }
    }
    return count;
  }

  /** What a customer spent on days in {@code (after, upTo]}, less what was given back. */
  public double spent(int customer, int after, int upTo) {
    double sum = 0;
    for (int e = first(customer); e < last(customer); e++) {
      if (day[e] > after && day[e] <= upTo) {
        sum += net(e);
      }
    }
    return sum;
  }

  /** First day with a purchase, or {@code Integer.MAX_VALUE}. */
  public int firstPurchase(int customer) {
    for (int e = first(customer); e < last(customer); e++) {
      if (purchase(e)) {
        return day[e];
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Earliest day of all. */
  public int firstDay() {
    return Arrays.stream(day).min().orElse(0);
  }

  /** Latest day of all. */
  public int lastDay() {
    return Arrays.stream(day).max().orElse(0);
  }
}
