package souk.it.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import souk.customer.lib.rfm.RfmTable;
import souk.customer.lib.segmentation.GroupCount;
import souk.customer.lib.segmentation.Grouping;
import souk.customer.lib.segmentation.GroupingChoice;
import souk.customer.lib.segmentation.SegmentNames;
import souk.customer.lib.segmentation.Separation;
import souk.it.bench.segments.DenseGroups;
import souk.it.bench.segments.MarginSeparation;
import souk.it.bench.segments.RetailCustomers;

/**
 * Segments of Online Retail: the way to group is chosen two periods before the end by what was
 * spent in the period after, and judged one period before the end by what was spent since. Options:
 * {@code --days} of a period, {@code --repeats} of the bootstrap, {@code --seed}, {@code --dense}
 * groups at most by HDBSCAN too.
 */
final class SegmentsBench {
  private static final int MOST_GROUPS = 8;

  private SegmentsBench() {}

  static Result run(Arguments options) throws IOException {
    RetailCustomers retail = RetailCustomers.read(BenchData.folder().resolve("online_retail"));
    int days = options.number("days", 90);
    int repeats = options.number("repeats", 50);
    int seed = options.number("seed", 1);
    long begin = System.nanoTime();
    RfmTable early = retail.at(retail.lastDay() - 2 * days);
    double[][] rows = Grouping.rows(early);
    List<GroupCount> counts = GroupCount.tried(rows, MOST_GROUPS, 10, seed);
    counts.forEach(
        c ->
            System.out.printf(
                Locale.ROOT,
                "%d groups: silhouette %.3f, least Jaccard %.3f, BIC of a mixture %.0f%n",
                c.groups(),
                c.silhouette(),
                c.jaccard(),
                c.bic()));
    List<Grouping> ways = new ArrayList<>();
    ways.add(Grouping.rfm());
    GroupCount.worthTrying(counts).forEach(k -> ways.add(Grouping.kMeans(k)));
    ways.add(Grouping.mixture(GroupCount.forMixture(counts)));
    ways.add(Grouping.spendClasses());
    int dense = options.number("dense", 0);
    if (dense > 0) {
      ways.add(new DenseGroups(dense));
    }
    GroupingChoice early90 =
        GroupingChoice.of(rows, retail.spentWithin(early, days), ways, repeats, seed, way -> {});
    RfmTable late = retail.at(retail.lastDay() - days);
    double[][] lateRows = Grouping.rows(late);
    double[] spent = retail.spentWithin(late, days);
    GroupingChoice judged = GroupingChoice.of(lateRows, spent, ways, repeats, seed, way -> {});
    System.out.printf(
        "%,d customers choose, %,d judge; periods of %d days%n", early.size(), late.size(), days);
    for (int w = 0; w < ways.size(); w++) {
      line(early90.ways().get(w), judged.ways().get(w), early90);
    }
    GroupingChoice.Way chosen = judged.ways().get(early90.ways().indexOf(early90.chosen()));
    Separation separation = chosen.separation();
    int[] group = chosen.grouping().cluster(lateRows, seed);
    String[] names = SegmentNames.of(chosen.grouping(), lateRows, group);
    int last = separation.order().length - 1;
    for (int i = 0; i <= last; i++) {
      System.out.printf(
          Locale.ROOT,
          "%-22s spent GBP %.2f [%.2f, %.2f] per customer in the next %d days%n",
          names[separation.order()[i]],
          separation.mean()[i],
          separation.low()[i],
          separation.high()[i],
          days);
    }
    MarginSeparation margin =
        MarginSeparation.of(retail, late, group, days, options.number("margins", 20));
    System.out.print(margin.table(names));
    return new Result("segments")
        .with("way", chosen.id())
        .with("groups", last + 1)
        .with("jaccard", chosen.leastJaccard(), 3)
        .with("seedRand", chosen.seedRand(), 3)
        .with("explained", separation.explained(), 3)
        .with("neighboursApart", separation.ordered(), 2)
        .with("bestOverWorst", separation.mean()[0] / separation.mean()[last], 1)
        .with("marginNeighboursApart", margin.neighboursApart(), 2)
        .with("marginSpanLow", margin.span()[1], 2)
        .with("marginLeastGapLow", margin.leastGapLow(), 2)
        .with("marginBestOverWorst", margin.bestOverWorst(), 1)
        .with("unevenMarginLeastApart", margin.leastApartOfUneven(), 2)
        .with("seconds", (System.nanoTime() - begin) / 1e9, 1)
        .require(chosen.leastJaccard() >= GroupCount.STABLE, "least bootstrap Jaccard 0.8")
        .require(separation.low()[0] > separation.high()[last], "best spend more than worst")
        .require(margin.neighboursApart() >= 1, "next margin of all neighbours apart");
  }

  private static void line(
      GroupingChoice.Way early, GroupingChoice.Way late, GroupingChoice choice) {
    System.out.printf(
        Locale.ROOT,
        "%-16s least Jaccard %.3f then %.3f; explains %.1f %% then %.1f %%; neighbours apart %.0f %%%s%n",
        early.id(),
        early.leastJaccard(),
        late.leastJaccard(),
        100 * early.separation().explained(),
        100 * late.separation().explained(),
        100 * late.separation().ordered(),
        early == choice.chosen() ? "  chosen" : "");
  }
}
