package souk.customer.lib.lifetime;

import java.util.Arrays;

/**
 * What the models know of each customer at the end of a day: repeat purchases, time of the last
 * one, length of the observation, and what a purchase was worth. Nothing after that day enters.
 * Times are weeks of seven days. Immutable.
 */
public final class Histories {
  /** Days of the unit of time. */
  public static final double WEEK = 7;

  private final int lastDay;
  private final int[] customer;
  private final int[] x;
  private final double[] recency;
  private final double[] age;
  private final double[] repeatSpend;
  private final double[] spend;

  private Histories(
      int lastDay,
      int[] customer,
      int[] x,
      double[] recency,
      double[] age,
      double[] repeatSpend,
      double[] spend) {
    this.lastDay = lastDay;
    this.customer = customer;
    this.x = x;
    this.recency = recency;
    this.age = age;
    this.repeatSpend = repeatSpend;
    this.spend = spend;
  }

  /** The customers who bought up to and on a day. */
  public static Histories at(PurchaseDays days, int lastDay) {
    int n = days.customers();
    int[] customer = new int[n];
    int[] x = new int[n];
    double[] recency = new double[n];
    double[] age = new double[n];
    double[] repeatSpend = new double[n];
    double[] spend = new double[n];
    int size = 0;
    for (int c = 0; c < n; c++) {
      int first = days.firstPurchase(c);
      if (first > lastDay) {
        continue;
      }
      int latest = first;
      int repeats = -1;
      double sum = 0;
      double ofFirst = 0;
      for (int e = days.first(c); e < days.last(c) && days.day(e) <= lastDay; e++) {
        sum += days.net(e);
        if (days.purchase(e)) {
          repeats++;
          latest = days.day(e);
        }
        if (days.day(e) == first) {
          ofFirst = days.net(e);
        }
      }
      customer[size] = c;
      x[size] = repeats;
      recency[size] = (latest - first) / WEEK;
      age[size] = (lastDay - first) / WEEK;
      repeatSpend[size] = repeats == 0 ? 0 : Math.max(0, sum - ofFirst) / repeats;
      spend[size] = Math.max(0, sum) / (repeats + 1);
      size++;
    }
    return new Histories(
        lastDay,
        Arrays.copyOf(customer, size),
        Arrays.copyOf(x, size),
        Arrays.copyOf(recency, size),
        Arrays.copyOf(age, size),
        Arrays.copyOf(repeatSpend, size),
        Arrays.copyOf(spend, size));
  }

  /** From columns that are known already, without amounts. */
  public static Histories of(int[] repeats, double[] recency, double[] age) {
    int[] customer = new int[repeats.length];
    Arrays.setAll(customer, i -> i);
    for (int i = 0; i < repeats.length; i++) {
      if (repeats[i] < 0 || !(recency[i] >= 0) || !(age[i] >= recency[i])) {
        throw new IllegalArgumentException(
            "Customer %d has %d repeat purchases, recency %s and age %s; none may be negative and recency at most age."
                .formatted(i, repeats[i], recency[i], age[i]));
      }
    }
    double[] none = new double[repeats.length];
    return new Histories(
        0, customer, repeats.clone(), recency.clone(), age.clone(), none, none.clone());
  }

  public int size() {
    return x.length;
  }

  /** The last day that is known, days since 1970-01-01. */
  public int lastDay() {
    return lastDay;
  }

  /** Number of the customer in the purchases. */
  public int customer(int i) {
    return customer[i];
  }

  /** Days with a purchase after the first one. */
  public int repeats(int i) {
    return x[i];
  }

  /** Weeks from the first to the last purchase. */
  public double recency(int i) {
    return recency[i];
  }

  /** Weeks from the first purchase to the last day that is known. */
  public double age(int i) {
    return age[i];
  }

  /** Mean net amount of the repeat purchases; 0 if there are none. */
  public double repeatSpend(int i) {
    return repeatSpend[i];
  }

  /** Mean net amount of all purchases. */
  public double spend(int i) {
    return spend[i];
  }
}
