package souk.customer.lib.segmentation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import souk.customer.lib.rfm.RfmClass;
import souk.customer.lib.value.ValueClass;

/**
 * Names for groups by where their medians lie among all customers: how recently they bought, and
 * how much they spent. Equal names get a number, the group with the higher spend first.
 */
public final class SegmentNames {
  private static final String[] RECENT = {"active", "fading", "lapsed"};
  private static final String[] SPEND = {"small", "medium", "big"};

  private SegmentNames() {}

  /**
   * Names of the groups of a way: fixed ones where its groups have a meaning of their own.
   *
   * @param grouping the way
   * @param rows as {@link Grouping#rows} makes them
   * @param group of each row
   */
  public static String[] of(Grouping grouping, double[][] rows, int[] group) {
    return switch (grouping.id()) {
      case "rfm" -> Arrays.stream(RfmClass.values()).map(RfmClass::id).toArray(String[]::new);
      case "spend-classes" ->
          Arrays.stream(ValueClass.values()).map(ValueClass::id).toArray(String[]::new);
      default -> of(rows, group);
    };
  }

  /**
   * Names by medians.
   *
   * @param rows as {@link Grouping#rows} makes them
   * @param group of each row
   * @return kebab-case id per group number; empty for a number without rows
   */
  public static String[] of(double[][] rows, int[] group) {
    int groups = Arrays.stream(group).max().orElse(-1) + 1;
    double[] recency = Arrays.stream(rows).mapToDouble(r -> r[0]).sorted().toArray();
    double[] spend = Arrays.stream(rows).mapToDouble(r -> r[2]).sorted().toArray();
    String[] ids = new String[groups];
    double[] medians = new double[groups];
    for (int g = 0; g < groups; g++) {
      int own = g;
      double[][] members =
          java.util.stream.IntStream.range(0, rows.length)
              .filter(r -> group[r] == own)
              .mapToObj(r -> rows[r])
              .toArray(double[][]::new);
      medians[g] = members.length == 0 ? Double.NEGATIVE_INFINITY : median(members, 2);
      ids[g] =
          members.length == 0
              ? ""
              : RECENT[third(recency, median(members, 0))] + "-" + SPEND[third(spend, medians[g])];
    }
    return distinct(ids, medians);
  }

  private static double median(double[][] members, int column) {
    double[] values = Arrays.stream(members).mapToDouble(r -> r[column]).sorted().toArray();
    return values[(values.length - 1) / 2];
  }

  private static int third(double[] sorted, double value) {
    int below = 0;
    while (below < sorted.length && sorted[below] < value) {
      below++;
    }
    return Math.min(2, 3 * below / sorted.length);
  }

  private static String[] distinct(String[] ids, double[] medians) {
    Map<String, Integer> used = new HashMap<>();
    String[] named = new String[ids.length];
    Integer[] order = new Integer[ids.length];
    Arrays.setAll(order, g -> g);
    Arrays.sort(order, (a, b) -> Double.compare(medians[b], medians[a]));
    for (int g : order) {
      int number = used.merge(ids[g], 1, Integer::sum);
      named[g] = number == 1 || ids[g].isEmpty() ? ids[g] : ids[g] + "-" + number;
    }
    return named;
  }
}
