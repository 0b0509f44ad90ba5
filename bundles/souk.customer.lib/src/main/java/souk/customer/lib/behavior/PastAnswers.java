package souk.customer.lib.behavior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;

/**
 * What a family would have told on earlier days, and what came after each: the days ahead of one
 * are over when the next begins, and those of the last when the known days end. So whoever judges
 * one of them by those before knows nothing of its future.
 *
 * @param told probability of a purchase, earlier days first
 * @param bought 1 for who bought
 * @param fold number of the day of each answer, from 0
 * @param origins the days, days since 1970-01-01
 */
public record PastAnswers(double[] told, double[] bought, int[] fold, int[] origins) {
  private static final int MOST = 4;

  /** The days that can be judged: each has as many days before it as are told ahead. */
  static int[] origins(PurchaseDays days, int lastDay, int ahead) {
    List<Integer> origins = new ArrayList<>();
    int origin = lastDay - ahead;
    while (origins.size() < MOST && origin >= days.firstDay() + ahead) {
      origins.add(0, origin);
      origin -= ahead;
    }
    return origins.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The answers of a family; none if too few days are known. */
  static PastAnswers of(
      PurchaseFamily family, PurchaseDays days, int lastDay, int ahead, long seed) {
    int[] origins = origins(days, lastDay, ahead);
    double[] told = {};
    double[] bought = {};
    int[] fold = {};
    for (int f = 0; f < origins.length; f++) {
      Histories then = Histories.at(days, origins[f]);
      int from = told.length;
      int until = from + then.size();
      told = Arrays.copyOf(told, until);
      System.arraycopy(family.buys(days, then, ahead, seed), 0, told, from, then.size());
      bought = Arrays.copyOf(bought, until);
      System.arraycopy(bought(days, then, ahead), 0, bought, from, then.size());
      fold = Arrays.copyOf(fold, until);
      Arrays.fill(fold, from, until, f);
    }
    return new PastAnswers(told, bought, fold, origins);
  }

  /** 1 for each customer who bought in the days after the last one of the histories. */
  public static double[] bought(PurchaseDays days, Histories then, int ahead) {
    double[] bought = new double[then.size()];
    for (int i = 0; i < bought.length; i++) {
      int from = then.lastDay();
      bought[i] = days.purchases(then.customer(i), from, from + ahead) > 0 ? 1 : 0;
    }
    return bought;
  }
}
