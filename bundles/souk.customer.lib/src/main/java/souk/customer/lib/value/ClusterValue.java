package souk.customer.lib.value;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Orders clusters of standardised log-RFM rows by value and names them.
 *
 * <p>The value of a cluster is the mean over its rows of {@code (−recency + frequency + spend) / 3}
 * in standard deviations. The best cluster is {@link ValueClass#HIGH}, the worst {@link
 * ValueClass#LOW}, what lies between {@link ValueClass#ORDINARY}. Names therefore do not depend on
 * the numbering that a clustering algorithm happens to choose. Equal values are ordered by number.
 */
public final class ClusterValue {
  private ClusterValue() {}

  /** The value class of each row. */
  public static ValueClass[] classOfRows(double[][] standardised, int[] cluster) {
    ValueClass[] classOfCluster = classOfClusters(standardised, cluster);
    return IntStream.of(cluster).mapToObj(c -> classOfCluster[c]).toArray(ValueClass[]::new);
  }

  /**
   * The value class of each cluster number, empty numbers included.
   *
   * @throws IllegalArgumentException if fewer than three clusters hold rows
   */
  public static ValueClass[] classOfClusters(double[][] standardised, int[] cluster) {
    int numbers = IntStream.of(cluster).max().orElse(-1) + 1;
    double[] sum = new double[numbers];
    int[] size = new int[numbers];
    for (int r = 0; r < cluster.length; r++) {
      double[] z = standardised[r];
      sum[cluster[r]] += (-z[LogRfm.RECENCY] + z[LogRfm.FREQUENCY] + z[LogRfm.SPEND]) / 3;
      size[cluster[r]]++;
    }
    int[] ascending =
        IntStream.range(0, numbers)
            .filter(c -> size[c] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> sum[c] / size[c]))
            .mapToInt(Integer::intValue)
            .toArray();
    if (ascending.length < 3) {
      throw new IllegalArgumentException(
          """
          Three value classes need at least 3 clusters with customers, got %d.
          Maybe the customers are too few or too alike to be told apart."""
              .formatted(ascending.length));
    }
    ValueClass[] classes = new ValueClass[numbers];
    java.util.Arrays.fill(classes, ValueClass.ORDINARY);
    classes[ascending[0]] = ValueClass.LOW;
    classes[ascending[ascending.length - 1]] = ValueClass.HIGH;
    return classes;
  }
}
