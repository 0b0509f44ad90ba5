package souk.it.bench.segments;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import souk.customer.lib.rfm.RfmTable;

/**
 * How far segments differ in the margin of the next period. Online Retail holds no cost. Assumed is
 * 40 pence of margin per pound of every article, after returns; then again rates between 20 and 60
 * pence that differ by article, drawn anew several times, so that one sees what hangs on the
 * assumption. Neighbours are apart if the 95 % bootstrap interval of the difference of their means
 * is above 0.
 *
 * @param order segments with members by falling mean margin
 * @param mean margin of a customer of each
 * @param gap of each but the last to the next: difference, lower and upper bound
 * @param span of the first to the last likewise
 * @param leastApartOfUneven least share of neighbours apart over the drawn rates
 */
public record MarginSeparation(
    int[] order, double[] mean, double[][] gap, double[] span, double leastApartOfUneven) {
  private static final double RATE = 0.4;
  private static final double LOW = 0.2;
  private static final double WIDTH = 0.4;
  private static final int DRAWS = 1_000;

  public static MarginSeparation of(
      RetailCustomers retail, RfmTable customers, int[] group, int days, int uneven) {
    double[] even = new double[retail.articles()];
    Arrays.fill(even, RATE);
    MarginSeparation first =
        of(group, retail.marginWithin(customers, days, even), Double.POSITIVE_INFINITY);
    SplittableRandom random = new SplittableRandom(7);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < uneven; k++) {
      double[] rates = random.doubles(even.length, LOW, LOW + WIDTH).toArray();
      double[] margin = retail.marginWithin(customers, days, rates);
      least = Math.min(least, of(group, margin, 0).neighboursApart());
    }
    return new MarginSeparation(first.order, first.mean, first.gap, first.span, least);
  }

  private static MarginSeparation of(int[] group, double[] margin, double least) {
    int groups = Arrays.stream(group).max().orElse(-1) + 1;
    int[][] members = new int[groups][];
    for (int g = 0; g < groups; g++) {
      int own = g;
      members[g] = IntStream.range(0, group.length).filter(r -> group[r] == own).toArray();
    }
    int[] order =
        IntStream.range(0, groups)
            .filter(g -> members[g].length > 0)
            .boxed()
            .sorted((a, b) -> Double.compare(mean(members[b], margin), mean(members[a], margin)))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] mean = IntStream.of(order).mapToDouble(g -> mean(members[g], margin)).toArray();
    double[][] gap = new double[Math.max(0, order.length - 1)][];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < gap.length; i++) {
      gap[i] = gap(members[order[i]], members[order[i + 1]], margin, random);
    }
    double[] span = gap(members[order[0]], members[order[order.length - 1]], margin, random);
    return new MarginSeparation(order, mean, gap, span, least);
  }

  private static double[] gap(int[] one, int[] other, double[] margin, SplittableRandom random) {
    double[] drawn = new double[DRAWS];
    for (int d = 0; d < DRAWS; d++) {
      drawn[d] = drawn(one, margin, random) - drawn(other, margin, random);
    }
    Arrays.sort(drawn);
    return new double[] {
      mean(one, margin) - mean(other, margin), drawn[DRAWS / 40], drawn[DRAWS - 1 - DRAWS / 40]
    };
  }

  private static double mean(int[] places, double[] values) {
    return Arrays.stream(places).mapToDouble(r -> values[r]).average().orElse(0);
  }

  private static double drawn(int[] places, double[] values, SplittableRandom random) {
    double sum = 0;
    for (int k = 0; k < places.length; k++) {
      sum += values[places[random.nextInt(places.length)]];
    }
    return sum / places.length;
  }

  /** Share of neighbours whose difference has an interval above 0. */
  public double neighboursApart() {
    return gap.length == 0
        ? 0
        : (double) Arrays.stream(gap).filter(g -> g[1] > 0).count() / gap.length;
  }

  /** Least lower bound of a difference between neighbours. */
  public double leastGapLow() {
    return Arrays.stream(gap).mapToDouble(g -> g[1]).min().orElse(Double.NaN);
  }

  public double bestOverWorst() {
    return mean[0] / mean[mean.length - 1];
  }

  /** Means and differences in words. */
  public String table(String[] names) {
    StringBuilder text =
        new StringBuilder(
            "next margin per customer, 40 % of sales less returns assumed for every article\n");
    for (int i = 0; i < order.length; i++) {
      text.append(String.format(Locale.ROOT, "%-22s GBP %8.2f", names[order[i]], mean[i]));
      text.append(
          i == gap.length
              ? "\n"
              : String.format(
                  Locale.ROOT,
                  ", over the next %.2f [%.2f, %.2f]%n",
                  gap[i][0],
                  gap[i][1],
                  gap[i][2]));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "with rates of 20 to 60 %% that differ by article: at least %.0f %% of neighbours apart%n",
                100 * leastApartOfUneven))
        .toString();
  }
}
