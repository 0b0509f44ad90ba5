package souk.customer.lib.recommend;

import java.util.function.IntFunction;
import souk.model.PurchaseLog;

/**
 * How well recommendations meet what customers bought afterwards: global split by time, binary
 * relevance, mean over customers.
 *
 * <p>{@code NDCG@k = Σ_{r ≤ k} rel_r / log₂(r + 1)} over the same sum of an ideal list; {@code
 * recall@k = hits among the first k / relevant articles}. A customer counts if known before the
 * split and buying after it. Source: Järvelin and Kekäläinen (2002).
 *
 * @param customers customers measured
 * @param ndcgAt10 in [0, 1]
 * @param recallAt20 in [0, 1]
 */
public record RankingMeasures(int customers, double ndcgAt10, double recallAt20) {
  private static final int NDCG_DEPTH = 10;

  /** Length that recommended lists need. */
  public static final int RECALL_DEPTH = 20;

  /**
   * Measures a recommender that was fitted on {@code history}.
   *
   * @param history purchases before the split; its cut-off day is the first day of the test
   * @param log all purchases, with the same indices
   * @param testUntilDay day after the last day of the test
   * @param recommend best articles of a customer, best first, at least {@value #RECALL_DEPTH} where
   *     there are as many
   */
  public static RankingMeasures of(
      PurchaseIndex history, PurchaseLog log, int testUntilDay, IntFunction<int[]> recommend) {
    boolean[][] bought = bought(history, log, testUntilDay);
    int customers = 0;
    double ndcg = 0;
    double recall = 0;
    for (int c = 0; c < bought.length; c++) {
      if (bought[c] == null || history.from(c) == history.until(c)) {
        continue;
      }
      int[] list = recommend.apply(c);
      int relevant = count(bought[c]);
      customers++;
      ndcg += ndcg(list, bought[c], relevant);
      recall += (double) hits(list, bought[c]) / relevant;
    }
    return customers == 0
        ? new RankingMeasures(0, 0, 0)
        : new RankingMeasures(customers, ndcg / customers, recall / customers);
  }

  private static boolean[][] bought(PurchaseIndex history, PurchaseLog log, int testUntilDay) {
    boolean[][] bought = new boolean[history.customers()][];
    for (int r = 0; r < log.rows(); r++) {
      boolean counts =
          log.customer(r) >= 0
              && log.amountMinor(r) > 0
              && log.epochDay(r) >= history.untilDay()
              && log.epochDay(r) < testUntilDay;
      if (counts) {
        int c = log.customer(r);
        if (bought[c] == null) {
          bought[c] = new boolean[history.items()];
        }
        bought[c][log.sku(r)] = true;
      }
    }
    return bought;
  }

  private static double ndcg(int[] list, boolean[] relevant, int relevantCount) {
    double gain = 0;
    for (int r = 0; r < Math.min(NDCG_DEPTH, list.length); r++) {
      gain += relevant[list[r]] ? discount(r) : 0;
    }
    double ideal = 0;
    for (int r = 0; r < Math.min(NDCG_DEPTH, relevantCount); r++) {
      ideal += discount(r);
    }
    return gain / ideal;
  }

  private static double discount(int rankFromZero) {
    return StrictMath.log(2) / StrictMath.log(rankFromZero + 2);
  }

  private static int hits(int[] list, boolean[] relevant) {
    int hits = 0;
    for (int r = 0; r < Math.min(RECALL_DEPTH, list.length); r++) {
      hits += relevant[list[r]] ? 1 : 0;
    }
    return hits;
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
