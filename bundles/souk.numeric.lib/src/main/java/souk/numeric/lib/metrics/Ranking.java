package souk.numeric.lib.metrics;

import java.util.Arrays;
import souk.numeric.lib.Order;

/**
 * How well scores put rows in order. Targets are 1 (it happened) or 0; only the order of the scores
 * matters. Equal scores count as any of their orders on average.
 */
public final class Ranking {
  private Ranking() {}

  /**
   * Share of pairs of a row that happened and one that did not in which the first has the higher
   * score, ties half (Hanley and McNeil, Radiology 143, 1982).
   *
   * @throws IllegalArgumentException if all targets are alike
   */
  public static double auc(double[] target, double[] score) {
    Pairs.check(target, score);
    int[] order = Order.ascending(score);
    double positives = Pairs.positives(target);
    double negatives = target.length - positives;
    Pairs.bothKinds(positives, negatives);
    double rankSum = 0;
    for (int from = 0; from < order.length; ) {
      int until = from;
      double happened = 0;
      while (until < order.length && score[order[until]] == score[order[from]]) {
        happened += target[order[until++]];
      }
      rankSum += happened * (from + 1 + until) / 2.0;
      from = until;
    }
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
  }

  /**
   * Average precision: precision at each threshold, weighted by the recall it adds; thresholds are
   * the distinct scores, and nothing is interpolated (area under the precision-recall curve).
   *
   * @throws IllegalArgumentException if nothing happened
   */
  public static double averagePrecision(double[] target, double[] score) {
    Pairs.check(target, score);
    int[] order = Order.ascending(score);
    double positives = Pairs.positives(target);
    if (positives == 0) {
      throw new IllegalArgumentException("Average precision needs a row that happened, but has 0.");
    }
    double found = 0;
    double sum = 0;
    for (int until = order.length; until > 0; ) {
      int from = until;
      double happened = 0;
      while (from > 0 && score[order[from - 1]] == score[order[until - 1]]) {
        happened += target[order[--from]];
      }
      found += happened;
      sum += happened / positives * found / (order.length - from);
      until = from;
    }
    return sum;
  }

  /**
   * How many times more often it happened among the share of rows with the highest scores than
   * among all; the lift of the top decile for 0.1. A tie at the edge counts by its mean.
   *
   * @param share in (0, 1]
   */
  public static double lift(double[] target, double[] score, double share) {
    Pairs.check(target, score);
    double positives = Pairs.positives(target);
    if (!(share > 0 && share <= 1) || positives == 0) {
      throw new IllegalArgumentException(
          "Lift needs a share in (0, 1] and a row that happened, but got %s and %.0f."
              .formatted(share, positives));
    }
    double wanted = share * target.length;
    return taken(target, score, wanted) / wanted / (positives / target.length);
  }

  /** What happened among the highest {@code wanted} scores, ties at the edge by their mean. */
  private static double taken(double[] target, double[] score, double wanted) {
    int[] order = Order.ascending(score);
    double left = wanted;
    double found = 0;
    for (int until = order.length; until > 0 && left > 0; ) {
      int from = until;
      double happened = 0;
      while (from > 0 && score[order[from - 1]] == score[order[until - 1]]) {
        happened += target[order[--from]];
      }
      double part = Math.min(1, left / (until - from));
      found += part * happened;
      left -= part * (until - from);
      until = from;
    }
    return found;
  }

  /**
   * Lift of each tenth of the rows, highest scores first; tenths differ by at most one row, ties at
   * the edges count by their mean.
   */
  public static double[] deciles(double[] target, double[] score) {
    Pairs.check(target, score);
    double rate = Pairs.positives(target) / target.length;
    if (rate == 0) {
      throw new IllegalArgumentException("Lift needs a row that happened, but has 0.");
    }
    double[] lifts = new double[10];
    double before = 0;
    for (int d = 0; d < lifts.length; d++) {
      double until = target.length * (d + 1) / 10.0;
      double all = taken(target, score, until);
      lifts[d] = (all - before) / (target.length / 10.0) / rate;
      before = all;
    }
    return lifts;
  }

  /**
   * Discounted gain of the first k rows over the best possible one (Järvelin and Kekäläinen, ACM
   * TOIS 20, 2002): gain / log2(place + 1). Equal scores share the mean gain of their places.
   *
   * @param gain at least 0, such as 0 or 1
   * @param first how many places count, at least 1
   * @return 0 if no row has a gain
   */
  public static double ndcg(double[] gain, double[] score, int first) {
    Pairs.sameLength(gain, score);
    if (first < 1 || Arrays.stream(gain).anyMatch(g -> !(g >= 0))) {
      throw new IllegalArgumentException(
          "NDCG needs at least 1 place and no negative gain, but got %d places.".formatted(first));
    }
    int[] order = Order.ascending(score);
    double dcg = 0;
    for (int until = order.length; until > 0; ) {
      int from = until;
      double sum = 0;
      while (from > 0 && score[order[from - 1]] == score[order[until - 1]]) {
        sum += gain[order[--from]];
      }
      for (int at = from; at < until; at++) {
        dcg += sum / (until - from) * discount(order.length - at, first);
      }
      until = from;
    }
    double[] best = gain.clone();
    Arrays.sort(best);
    double ideal = 0;
    for (int i = 0; i < best.length; i++) {
      ideal += best[i] * discount(best.length - i, first);
    }
    return ideal == 0 ? 0 : dcg / ideal;
  }

  private static double discount(int place, int first) {
    return place > first ? 0 : StrictMath.log(2) / StrictMath.log(place + 1.0);
  }
}
