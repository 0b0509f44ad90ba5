package souk.it.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.it.bench.lifetime.PurchaseTask;
import souk.it.bench.lifetime.RetailPurchases;
import souk.learn.lib.metrics.Bootstrap;
import souk.learn.lib.metrics.Interval;
import souk.learn.lib.metrics.Probabilities;
import souk.learn.lib.metrics.Ranking;

/**
 * Online Retail, split by time: who buys within 30 days, and who does not buy for 90. All families
 * beside the days since the last purchase, with 95 % bootstrap intervals of the difference.
 */
final class CustomersBench {
  private static final int MONTH = 30;
  private static final int QUARTER = 90;
  private static final int BINS = 10;

  private CustomersBench() {}

  static Result run(Arguments options) throws IOException {
    PurchaseDays days =
        RetailPurchases.read(
            Path.of(System.getProperty("souk.root", "."))
                .resolve("distribution/souk.distribution/src/main/dist/demo/online_retail.csv.gz"));
    Bootstrap bootstrap = new Bootstrap(options.number("draws", 1_000), 0.95, 1);
    Result result = new Result("customers");
    judge(result, "buys30", new PurchaseTask(days, RetailPurchases.END - MONTH, MONTH), bootstrap);
    judge(
        result,
        "churn90",
        new PurchaseTask(days, RetailPurchases.END - QUARTER, QUARTER),
        bootstrap);
    return result;
  }

  /**
   * Churn has the same order and the same loss as its opposite, so both are judged as purchases.
   */
  private static void judge(Result result, String name, PurchaseTask task, Bootstrap bootstrap) {
    double[] bought = task.bought();
    double[] lately = task.lately();
    System.out.printf(
        Locale.ROOT,
        "%s: %d customers, %.0f bought; AUC of days since the last purchase %.4f%n%-11s %7s %8s %7s   %-26s %s%n",
        name,
        bought.length,
        Arrays.stream(bought).sum(),
        Ranking.auc(bought, lately),
        "",
        "AUC",
        "logLoss",
        "ECE",
        "AUC less that of recency",
        "log loss of recency less");
    Map<String, double[]> families = task.families();
    double[] recency = families.getOrDefault("recency", lately);
    String best = "";
    double bestLoss = Double.POSITIVE_INFINITY;
    for (Map.Entry<String, double[]> family : families.entrySet()) {
      double[] buys = family.getValue();
      Interval order = bootstrap.difference(Ranking::auc, bought, buys, lately);
      Interval loss = bootstrap.difference(Probabilities::logLoss, bought, recency, buys);
      double logLoss = Probabilities.logLoss(bought, buys);
      System.out.printf(
          Locale.ROOT,
          "%-11s %7.4f %8.4f %7.4f   %8.4f [%7.4f, %7.4f] %8.4f [%7.4f, %7.4f]%n",
          family.getKey(),
          Ranking.auc(bought, buys),
          logLoss,
          Probabilities.ece(bought, buys, BINS),
          order.value(),
          order.low(),
          order.high(),
          loss.value(),
          loss.low(),
          loss.high());
      if (logLoss < bestLoss) {
        best = family.getKey();
        bestLoss = logLoss;
      }
      if (!family.getKey().equals("recency") && !family.getKey().equals("shuffled")) {
        result.with(name + "-" + family.getKey() + "-auc", Ranking.auc(bought, buys), 4);
        result.with(name + "-" + family.getKey() + "-gainLow", order.low(), 4);
      }
    }
    double[] winner = families.getOrDefault(best, recency);
    Interval gain = bootstrap.difference(Ranking::auc, bought, winner, lately);
    Interval loss = bootstrap.difference(Probabilities::logLoss, bought, recency, winner);
    result
        .with(name + "-best", best)
        .require(gain.low() > 0, name + ": AUC of the best beats recency with an interval above 0")
        .require(loss.low() > 0, name + ": log loss of the best beats recency likewise");
  }
}
