package souk.it.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.it.bench.customers.JudgedOrigin;
import souk.it.bench.lifetime.LinePicture;
import souk.it.bench.lifetime.RetailPurchases;
import souk.numeric.lib.metrics.Bootstrap;
import souk.numeric.lib.metrics.Probabilities;

/**
 * Online Retail, split by time: on several days it is told who buys within 30 days, and who does
 * not buy for 90. Which family answers and how it is corrected is decided by earlier days; all
 * families stand beside the days since the last purchase, with 95 % bootstrap intervals. Then the
 * segments. Options: {@code --draws}, {@code --picture FOLDER} for pictures of told beside
 * happened.
 */
final class CustomersBench {
  private static final int MONTH = 30;
  private static final int QUARTER = 90;

  private CustomersBench() {}

  static Result run(Arguments options) throws IOException {
    PurchaseDays days =
        RetailPurchases.read(
            Path.of(System.getProperty("souk.root", "."))
                .resolve("distribution/souk.distribution/src/main/dist/demo/online_retail.csv.gz"));
    Bootstrap bootstrap = new Bootstrap(options.number("draws", 1_000), 0.95, 1);
    Result result = new Result("customers");
    // Months that do not overlap; quarters that do by two thirds, because one year holds no more.
    judge(result, "buys30", days, MONTH, MONTH, bootstrap, options);
    judge(result, "churn90", days, QUARTER, MONTH, bootstrap, options);
    return result.withAll(SegmentsBench.run(options), "segments-");
  }

  /**
   * Churn has the same order and the same loss as its opposite, so both are judged as purchases.
   */
  private static void judge(
      Result result,
      String name,
      PurchaseDays days,
      int ahead,
      int step,
      Bootstrap bootstrap,
      Arguments options)
      throws IOException {
    double leastGain = Double.POSITIVE_INFINITY;
    double leastLossGain = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 3; k++) {
      int day = RetailPurchases.END - ahead - k * step;
      JudgedOrigin origin = new JudgedOrigin(days, day, ahead);
      String title = name + " after " + LocalDate.ofEpochDay(day);
      System.out.print(origin.table(title, bootstrap));
      JudgedOrigin.Verdict verdict = origin.verdict(bootstrap);
      leastGain = Math.min(leastGain, verdict.gain().low());
      leastLossGain = Math.min(leastLossGain, verdict.lossGain().low());
      String key = name + "-" + k;
      result
          .with(key + "-chosen", verdict.family() + "+" + verdict.kind())
          .with(key + "-auc", verdict.auc().value(), 4)
          .with(key + "-gainLow", verdict.gain().low(), 4)
          .with(key + "-lossGainLow", verdict.lossGain().low(), 4)
          .with(key + "-eceTold", verdict.before().value(), 4)
          .with(key + "-ece", verdict.after().value(), 4)
          .with(key + "-eceLow", verdict.after().low(), 4)
          .with(key + "-eceHigh", verdict.after().high(), 4)
          .with(key + "-shuffledAuc", origin.shuffledAuc(), 4);
      picture(origin.reliability(), title, options.text("picture", ""), key);
    }
    result
        .require(leastGain > 0, name + ": AUC of the chosen family beats recency on every day")
        .require(leastLossGain > 0, name + ": log loss of the chosen family likewise");
  }

  private static void picture(List<Probabilities.Bin> bins, String title, String folder, String key)
      throws IOException {
    List<String> labels = new ArrayList<>();
    double[][] values = new double[2][bins.size()];
    for (int b = 0; b < bins.size(); b++) {
      Probabilities.Bin bin = bins.get(b);
      labels.add(Integer.toString(b + 1));
      values[0][b] = bin.happened();
      values[1][b] = bin.predicted();
      System.out.printf(
          Locale.ROOT,
          "    %2d: %4d customers, told %5.1f %%, bought %5.1f %%%n",
          b + 1,
          bin.rows(),
          100 * bin.predicted(),
          100 * bin.happened());
    }
    if (!folder.isEmpty()) {
      LinePicture picture =
          new LinePicture(title, "tenths of customers by what they were told to do");
      Files.writeString(
          Path.of(folder).resolve("customers-" + key + ".svg"),
          picture.svg(labels, List.of("bought", "told"), values, "share who bought"),
          StandardCharsets.UTF_8);
    }
  }
}
