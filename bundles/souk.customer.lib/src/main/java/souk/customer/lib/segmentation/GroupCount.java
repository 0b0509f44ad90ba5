package souk.customer.lib.segmentation;

import java.util.ArrayList;
import java.util.List;
import souk.customer.lib.stability.Stability;

/**
 * How many groups customers fall into.
 *
 * @param groups number tried
 * @param silhouette of k-means with so many
 * @param jaccard of its least stable cluster over bootstrap samples (Hennig, CSDA 52, 2007)
 * @param bic of a mixture with so many components; smaller is better
 */
public record GroupCount(int groups, double silhouette, double jaccard, double bic) {
  /** From here on a cluster is called stable. */
  public static final double STABLE = 0.8;

  /** Tries 2 to {@code most} groups. */
  public static List<GroupCount> tried(double[][] rows, int most, int repeats, long seed) {
    double[][] z = Grouping.standardised(rows);
    List<GroupCount> tried = new ArrayList<>();
    for (int k = 2; k <= most; k++) {
      Grouping grouping = Grouping.kMeans(k);
      int[] cluster = grouping.cluster(rows, seed);
      tried.add(
          new GroupCount(
              k,
              Silhouette.of(z, cluster, seed),
              leastJaccard(Stability.of(grouping, rows, cluster, repeats, seed)),
              GaussianMixture.of(z, k, seed).bic()));
    }
    return tried;
  }

  /** The Jaccard coefficient of the least stable group that has rows. */
  public static double leastJaccard(Stability stability) {
    double least = 1;
    for (double jaccard : stability.bootstrapJaccard()) {
      least = Double.isNaN(jaccard) ? least : Math.min(least, jaccard);
    }
    return least;
  }

  /**
   * Of those with three groups or more the one with the largest silhouette whose clusters are all
   * stable; two if none is: two groups tell little more than good and bad.
   */
  public static int forKMeans(List<GroupCount> tried) {
    return tried.stream()
        .filter(t -> t.groups > 2 && t.jaccard >= STABLE)
        .max(java.util.Comparator.comparingDouble(GroupCount::silhouette))
        .map(GroupCount::groups)
        .orElse(2);
  }

  /** Every number of three or more whose clusters are all stable; two alone if there is none. */
  public static List<Integer> worthTrying(List<GroupCount> tried) {
    List<Integer> stable =
        tried.stream()
            .filter(t -> t.groups > 2 && t.jaccard >= STABLE)
            .map(GroupCount::groups)
            .toList();
    return stable.isEmpty() ? List.of(2) : stable;
  }

  /** The one with the smallest criterion. */
  public static int forMixture(List<GroupCount> tried) {
    return tried.stream()
        .min(java.util.Comparator.comparingDouble(GroupCount::bic))
        .map(GroupCount::groups)
        .orElse(2);
  }
}
