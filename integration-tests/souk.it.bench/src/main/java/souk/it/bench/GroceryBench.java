package souk.it.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import souk.it.bench.pooled.GroceryRun;

/**
 * Weekly units per store and product: known prices and promotions against models without them, and
 * against scikit-learn, origin by origin in turn. Options: {@code --origins}, {@code --threads},
 * {@code --peer no}.
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
    for (int origin : origins) {
      run.at(origin);
    }
    run.contenders()
        .forEach(
            (name, wape) ->
                System.out.printf(
                    Locale.ROOT,
                    "%-34s WAPE %.4f  promoted weeks %.4f  80 %% interval held %.1f %%%n",
                    name,
                    wape,
                    run.promoted(name),
                    run.coverage(name)));
    Map.Entry<String, Double> others = run.bestWithoutDrivers();
    double wape = run.contenders().get(GroceryRun.POOLED);
    double naive = run.contenders().get(GroceryRun.NAIVE);
    double coverage = run.coverage(GroceryRun.POOLED);
    System.out.printf(
        Locale.ROOT,
        "%d rows; best without drivers: %s%n",
        run.rows(GroceryRun.POOLED),
        others.getKey());
    Result result =
        new Result("grocery")
            .with("wape", wape, 4)
            .with("wapeNoCovariates", others.getValue(), 4)
            .with("wapeSeasonalNaive", naive, 4)
            .with("coverage80", coverage, 1)
            .with("belowNoCovariates", 100 * (1 - wape / others.getValue()), 1)
            .with("belowSeasonalNaive", 100 * (1 - wape / naive), 1)
            .with("wapeArimaTold", run.contenders().get(GroceryRun.TOLD), 4)
            .with("wapePromoted", run.promoted(GroceryRun.POOLED), 4)
            .with("wapeSquaredErrors", run.contenders().get(GroceryRun.SQUARED), 4)
            .with("coverage80Promoted", run.coveragePromoted(GroceryRun.POOLED), 1)
            .with("seconds", run.seconds().wall(), 0)
            .with("processorSeconds", run.seconds().processor(), 0)
            .require(wape <= (1 - BELOW_OTHERS) * others.getValue(), "28 % below no covariates")
            .require(wape <= (1 - BELOW_NAIVE) * naive, "45 % below seasonal naive")
            .require(coverage >= 77 && coverage <= 83, "coverage80 in [77, 83]");
    return run.contenders().containsKey(GroceryRun.PEER)
        ? withPeer(result, run)
        : result.with("peer", "absent");
  }

  /** scikit-learn's HistGradientBoosting on the same rows by the same scorer. */
  private static Result withPeer(Result result, GroceryRun run) {
    if (run.rows(GroceryRun.PEER) != run.rows(GroceryRun.POOLED)) {
      System.err.printf(
          "souk: The peer answered %d rows, not %d.%n",
          run.rows(GroceryRun.PEER), run.rows(GroceryRun.POOLED));
    }
    return result
        .with("wapePeer", run.contenders().get(GroceryRun.PEER), 4)
        .with("coverage80Peer", run.coverage(GroceryRun.PEER), 1)
        .with("wapePromotedPeer", run.promoted(GroceryRun.PEER), 4)
        .with("secondsPeer", run.peerSeconds().wall(), 0)
        .with("processorSecondsPeer", run.peerSeconds().processor(), 0);
  }
}
