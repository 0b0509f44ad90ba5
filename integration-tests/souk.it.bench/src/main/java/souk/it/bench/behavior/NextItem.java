package souk.it.bench.behavior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import souk.customer.lib.behavior.tokens.EventHistory;
import souk.customer.lib.behavior.tokens.EventTokens;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceAnswer;
import souk.numeric.lib.metrics.Bootstrap;
import souk.numeric.lib.metrics.Interval;

/**
 * Ten products each for customers who came back within the days ahead: is one of them in their next
 * order? The next token of the Transformer beside what sold most lately and what the customer
 * bought most often.
 */
public final class NextItem {
  private static final int TEN = 10;

  private final EventHistory events;
  private final int origin;
  private final int ahead;

  public NextItem(EventHistory events, int origin, int ahead) {
    this.events = events;
    this.origin = origin;
    this.ahead = ahead;
  }

  /** Share of the customers with a hit: each way, then each less {@code often}. */
  public Map<String, Interval> judge(
      Transformer transformer, LearnedModel pretrained, EventTokens tokens, Bootstrap bootstrap) {
    List<BitSet> wanted = new ArrayList<>();
    List<Integer> who = new ArrayList<>();
    List<int[][]> steps = new ArrayList<>();
    for (int c = 0; c < events.customers(); c++) {
      BitSet next = next(c);
      if (!next.isEmpty() && events.until(c, origin) > events.first(c)) {
        wanted.add(next);
        who.add(c);
        steps.add(tokens.of(events, c, origin));
      }
    }
    double[] lately = sold(origin - ahead);
    double[][] answers =
        transformer.ask(pretrained, steps.toArray(int[][][]::new), SequenceAnswer.NEXT);
    int rows = who.size();
    Map<String, double[]> hits = new LinkedHashMap<>();
    hits.put("lately", new double[rows]);
    hits.put("often", new double[rows]);
    hits.put("nextToken", new double[rows]);
    hits.put("oftenAndNext", new double[rows]);
    double most = Arrays.stream(lately).max().orElse(1) + 1;
    for (int r = 0; r < rows; r++) {
      double[] own = lately.clone();
      Arrays.setAll(own, p -> own[p] / most);
      double[] told = new double[events.products()];
      for (int t = 0; t < answers[r].length; t++) {
        if (tokens.product(t) >= 0) {
          told[tokens.product(t)] = answers[r][t];
        }
      }
      double[] both = told.clone();
      for (int l = events.first(who.get(r)); l < events.until(who.get(r), origin); l++) {
        if (!events.returned(l)) {
          own[events.product(l)]++;
          both[events.product(l)]++;
        }
      }
      put(hits, "lately", r, lately, wanted.get(r));
      put(hits, "often", r, own, wanted.get(r));
      put(hits, "nextToken", r, told, wanted.get(r));
      put(hits, "oftenAndNext", r, both, wanted.get(r));
    }
    Map<String, Interval> shares = new LinkedHashMap<>();
    double[] often = hits.getOrDefault("often", new double[rows]);
    hits.forEach(
        (way, hit) -> {
          shares.put(way, mean(bootstrap, hit));
          double[] more = new double[rows];
          Arrays.setAll(more, r -> hit[r] - often[r]);
          shares.put(way + " less often", mean(bootstrap, more));
        });
    System.out.printf(
        "next item: %,d customers came back within %d days; one of ten in the next order%n",
        rows, ahead);
    shares.forEach((way, share) -> System.out.printf("%-24s %s%n", way, LabelShares.told(share)));
    return shares;
  }

  private static Interval mean(Bootstrap bootstrap, double[] values) {
    return bootstrap.of(
        rows -> Arrays.stream(rows).mapToDouble(r -> values[r]).average().orElse(0),
        values.length,
        new int[values.length]);
  }

  private static void put(
      Map<String, double[]> hits, String way, int row, double[] score, BitSet wanted) {
    long found =
        IntStream.range(0, score.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer p) -> -score[p]))
            .limit(TEN)
            .filter(wanted::get)
            .count();
    hits.getOrDefault(way, new double[row + 1])[row] = found > 0 ? 1 : 0;
  }

  /** Products of the first order after the origin; empty if it did not come in time. */
  private BitSet next(int customer) {
    BitSet next = new BitSet();
    int end = events.until(customer, origin + ahead);
    for (int line = events.until(customer, origin); line < end && next.isEmpty(); ) {
      int after = events.endOfOrder(line, end);
      for (; line < after; line++) {
        if (!events.returned(line)) {
          next.set(events.product(line));
        }
      }
    }
    return next;
  }

  private double[] sold(int after) {
    double[] lines = new double[events.products()];
    for (int c = 0; c < events.customers(); c++) {
      for (int l = events.until(c, after); l < events.until(c, origin); l++) {
        lines[events.product(l)] += events.returned(l) ? 0 : 1;
      }
    }
    return lines;
  }
}
