package souk.it.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import souk.it.bench.pooled.GroceryRun;
import souk.it.bench.pooled.GroceryTable;
import souk.it.bench.pooled.GroceryTable.Rows;

/**
 * Weekly units per store and product: known prices and promotions against models without them, and
 * against scikit-learn, origin by origin in turn. Options: {@code --origins}, {@code --threads},
 * {@code --peer no}, and {@code --keep FILE} whose sums are added to and taken into the result, so
 * that origins can be run one by one.
 */
final class GroceryBench {
  private static final double BELOW_OTHERS = 0.28;
  private static final double BELOW_NAIVE = 0.45;

  private GroceryBench() {}

  static Result run(Arguments options) throws IOException, InterruptedException {
    Path folder = BenchData.folder().resolve("grocery_promotions");
    int[] origins =
        Arrays.stream(options.text("origins", "117,130,143").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    GroceryRun run =
        new GroceryRun(
            folder, options.number("threads", 2), options.text("peer", "yes").equals("yes"));
    Path keep = Path.of(options.text("keep", ""));
    GroceryTable table = options.has("keep") ? GroceryTable.read(keep) : new GroceryTable();
    for (int origin : origins) {
      GroceryTable one = run.at(origin);
      print("origin " + origin, one);
      table.add(one);
      if (options.has("keep")) {
        table.write(keep);
      }
    }
    print("all origins", table);
    return result(table);
  }

  private static void print(String title, GroceryTable table) {
    System.out.println(title);
    for (String name : table.contenders()) {
      System.out.printf(
          Locale.ROOT,
          "%-36s %6d rows  WAPE %.4f  promoted weeks %.4f  rows of the peer %.4f  80 %% interval held %.1f %%%n",
          name,
          table.score(Rows.ALL, name).orElseThrow().rows(),
          table.wape(Rows.ALL, name),
          table.wape(Rows.PROMOTED, name),
          table.wape(Rows.SHARED, name),
          table.coverage(Rows.ALL, name));
    }
  }

  private static Result result(GroceryTable table) {
    String others = GroceryRun.bestWithoutDrivers(table);
    double without = table.wape(Rows.ALL, others);
    double wape = table.wape(Rows.ALL, GroceryRun.POOLED);
    double naive = table.wape(Rows.ALL, GroceryRun.NAIVE);
    double coverage = table.coverage(Rows.ALL, GroceryRun.POOLED);
    System.out.printf("best without drivers: %s%n", others);
    Result result =
        new Result("grocery")
            .with("wape", wape, 4)
            .with("wapeNoCovariates", without, 4)
            .with("wapeSeasonalNaive", naive, 4)
            .with("coverage80", coverage, 1)
            .with("belowNoCovariates", 100 * (1 - wape / without), 1)
            .with("belowSeasonalNaive", 100 * (1 - wape / naive), 1)
            .with("wapeArimaTold", table.wape(Rows.ALL, GroceryRun.TOLD), 4)
            .with("wapePromoted", table.wape(Rows.PROMOTED, GroceryRun.POOLED), 4)
            .with("wapeSquaredErrors", table.wape(Rows.ALL, GroceryRun.SQUARED), 4)
            .with("coverage80Promoted", table.coverage(Rows.PROMOTED, GroceryRun.POOLED), 1)
            .with("seconds", table.seconds(GroceryRun.POOLED, false), 0)
            .with("processorSeconds", table.seconds(GroceryRun.POOLED, true), 0)
            .require(wape <= (1 - BELOW_OTHERS) * without, "28 % below no covariates")
            .require(wape <= (1 - BELOW_NAIVE) * naive, "45 % below seasonal naive")
            .require(coverage >= 77 && coverage <= 83, "coverage80 in [77, 83]");
    return table.contenders().contains(GroceryRun.PEER)
        ? withPeer(result, table)
        : result.with("peer", "absent");
  }

  /**
   * scikit-learn's HistGradientBoosting by the same scorer; it says nothing of items never sold, so
   * ours is scored on its rows too.
   */
  private static Result withPeer(Result result, GroceryTable table) {
    return result
        .with("wapePeer", table.wape(Rows.SHARED, GroceryRun.PEER), 4)
        .with("wapeOnRowsOfPeer", table.wape(Rows.SHARED, GroceryRun.POOLED), 4)
        .with("rowsOfPeer", table.score(Rows.SHARED, GroceryRun.PEER).orElseThrow().rows())
        .with("rows", table.score(Rows.ALL, GroceryRun.POOLED).orElseThrow().rows())
        .with("coverage80Peer", table.coverage(Rows.ALL, GroceryRun.PEER), 1)
        .with("wapePromotedPeer", table.wape(Rows.PROMOTED, GroceryRun.PEER), 4)
        .with("secondsPeer", table.seconds(GroceryRun.PEER, false), 0)
        .with("processorSecondsPeer", table.seconds(GroceryRun.PEER, true), 0);
  }
}
