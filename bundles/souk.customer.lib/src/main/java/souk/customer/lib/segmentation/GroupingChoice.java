package souk.customer.lib.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import souk.customer.lib.stability.Stability;

/**
 * Ways to group judged by customers of the past: how stable the groups are, and how well they tell
 * what is spent afterwards. Of those whose groups are all stable the one is chosen that explains
 * most, among ways whose every group spends another amount than its neighbours if there are any:
 * two segments that spend alike are one to a retailer. If none is stable, the most stable.
 *
 * @param ways in the order in which they were given
 * @param chosen the best of them
 */
public record GroupingChoice(List<Way> ways, Way chosen) {
  public GroupingChoice {
    ways = List.copyOf(ways);
  }

  /**
   * One way to group.
   *
   * @param grouping the way itself
   * @param leastJaccard of its least stable group over bootstrap samples
   * @param seedRand mean adjusted Rand index between seeds
   * @param separation of what is spent afterwards
   */
  public record Way(
      Grouping grouping, double leastJaccard, double seedRand, Separation separation) {
    public String id() {
      return grouping.id();
    }

    public boolean stable() {
      return leastJaccard >= GroupCount.STABLE;
    }

    /** Whether every group spent another amount than its neighbours. */
    public boolean apart() {
      return separation.ordered() >= 1;
    }
  }

  /**
   * @param rows customers at an earlier day, as {@link Grouping#rows} makes them
   * @param spent by each afterwards
   * @param groupings at least one
   * @param repeats bootstrap samples of each
   * @param before is told of each way before it is tried
   */
  public static GroupingChoice of(
      double[][] rows,
      double[] spent,
      List<Grouping> groupings,
      int repeats,
      long seed,
      Consumer<Grouping> before) {
    List<Way> ways = new ArrayList<>();
    for (Grouping grouping : groupings) {
      before.accept(grouping);
      int[] cluster = grouping.cluster(rows, seed);
      Stability stability = Stability.of(grouping, rows, cluster, repeats, seed);
      ways.add(
          new Way(
              grouping,
              GroupCount.leastJaccard(stability),
              stability.seedRand(),
              Separation.of(cluster, spent, seed)));
    }
    Way chosen = ways.get(0);
    for (Way way : ways) {
      chosen = better(way, chosen) ? way : chosen;
    }
    return new GroupingChoice(ways, chosen);
  }

  private static boolean better(Way a, Way b) {
    if (a.stable() != b.stable()) {
      return a.stable();
    }
    if (!a.stable()) {
      return a.leastJaccard > b.leastJaccard;
    }
    return a.apart() == b.apart() ? a.separation.explained() > b.separation.explained() : a.apart();
  }
}
