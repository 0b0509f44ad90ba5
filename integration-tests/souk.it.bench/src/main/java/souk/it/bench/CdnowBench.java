package souk.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import souk.customer.lib.lifetime.FittedPurchases;
import souk.customer.lib.lifetime.GammaGamma;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.lifetime.PurchaseLaw;
import souk.customer.lib.lifetime.PurchaseModel;
import souk.it.bench.lifetime.CdnowData;
import souk.it.bench.lifetime.FrequencyBins;

/**
 * The published parameters of the CDNOW sample, and the 39 weeks after it by frequency. Option
 * {@code --plot FILE}: the picture.
 */
final class CdnowBench {
  private CdnowBench() {}

  static Result run(Arguments options) throws IOException {
    PurchaseDays days = CdnowData.read(DataFolder.of("cdnow"));
    Histories histories = Histories.at(days, CdnowData.CALIBRATION);
    Result result = new Result("cdnow");
    List<String> names = new ArrayList<>();
    List<PurchaseLaw> laws = new ArrayList<>();
    List<FittedPurchases> fits = new ArrayList<>();
    for (PurchaseModel model : PurchaseModel.values()) {
      long begin = System.nanoTime();
      FittedPurchases fit = FittedPurchases.fit(model, histories, 1);
      tell(fit, (System.nanoTime() - begin) / 1e9);
      names.add(model.id());
      laws.add(fit.law());
      fits.add(fit);
    }
    FrequencyBins bins = new FrequencyBins(days, histories, CdnowData.END, names, laws);
    System.out.println("Mean purchases in the 39 weeks after, by repeat purchases before:");
    System.out.print(bins.table());
    Path plot =
        Path.of(
            options.text(
                "plot",
                System.getProperty("souk.root", ".")
                    + "/integration-tests/souk.it.bench/target/cdnow-holdout.svg"));
    Files.writeString(plot, bins.svg("CDNOW: expected and made purchases by frequency"));
    System.out.println("Picture: " + plot.normalize());
    double[] bg = fits.get(PurchaseModel.BG_NBD.ordinal()).parameters();
    double likelihood = fits.get(PurchaseModel.BG_NBD.ordinal()).logLikelihood();
    double[] pareto = fits.get(PurchaseModel.PARETO_NBD.ordinal()).parameters();
    GammaGamma amounts = amounts(histories);
    result
        .with("r", bg[0], 3)
        .with("alpha", bg[1], 3)
        .with("a", bg[2], 3)
        .with("b", bg[3], 3)
        .with("logLik", likelihood, 1)
        .with("paretoR", pareto[0], 3)
        .with("paretoAlpha", pareto[1], 2)
        .with("paretoS", pareto[2], 3)
        .with("paretoBeta", pareto[3], 2)
        .with("paretoLogLik", fits.get(PurchaseModel.PARETO_NBD.ordinal()).logLikelihood(), 1)
        .with("p", amounts.p(), 2)
        .with("q", amounts.q(), 2)
        .with("gamma", amounts.gamma(), 2)
        .with("customers", histories.size());
    near(result, "r", bg[0], 0.243, 6e-4);
    near(result, "alpha", bg[1], 4.414, 6e-3);
    near(result, "a", bg[2], 0.793, 2e-3);
    near(result, "b", bg[3], 2.426, 6e-3);
    near(result, "logLik", likelihood, -9582.4, 0.1);
    near(result, "paretoR", pareto[0], 0.553, 6e-4);
    near(result, "paretoAlpha", pareto[1], 10.58, 1e-2);
    near(result, "paretoS", pareto[2], 0.606, 1e-3);
    near(result, "paretoBeta", pareto[3], 11.67, 2e-2);
    near(result, "p", amounts.p(), 6.25, 1e-2);
    near(result, "q", amounts.q(), 3.74, 1e-2);
    near(result, "gamma", amounts.gamma(), 15.44, 2e-2);
    return result;
  }

  private static void near(
      Result result, String what, double here, double published, double tolerance) {
    result.require(
        Math.abs(here - published) <= tolerance,
        "%s = %s within %s, here %s".formatted(what, published, tolerance, here));
  }

  private static GammaGamma amounts(Histories histories) {
    int[] repeats = new int[histories.size()];
    double[] mean = new double[histories.size()];
    for (int i = 0; i < repeats.length; i++) {
      repeats[i] = histories.repeats(i);
      mean[i] = histories.repeatSpend(i);
    }
    return GammaGamma.fit(repeats, mean);
  }

  private static void tell(FittedPurchases fit, double seconds) {
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < fit.parameters().length; j++) {
      double[] interval = fit.interval(j);
      text.append(
          String.format(
              Locale.ROOT,
              "  %s %.4f [%.4f, %.4f]",
              fit.model().parameters().get(j),
              fit.parameters()[j],
              interval[0],
              interval[1]));
    }
    System.out.printf(
        Locale.ROOT,
        "%-10s%s  logLik %.2f  %.2f s%n",
        fit.model().id(),
        text,
        fit.logLikelihood(),
        seconds);
  }
}
