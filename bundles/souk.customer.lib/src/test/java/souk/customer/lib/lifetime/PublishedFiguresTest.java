package souk.customer.lib.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CDNOW, the usual sample of 2,357 customers, 39 weeks (Fader, Hardie and Lee 2005). */
class PublishedFiguresTest {
  private static PurchaseDays days = PurchaseDays.of(0, new int[0], new int[0], new double[0]);

  @BeforeAll
  static void read() throws IOException {
    Path file = Path.of(System.getProperty("souk.data.dir", ""), "cdnow", "cdnow_sample.csv");
    Assumptions.assumeTrue(
        Files.isReadable(file), "Skipped: no file '" + file + "' (system property souk.data.dir)");
    List<String[]> lines =
        Files.readAllLines(file).stream().skip(1).map(l -> l.split(",")).toList();
    days =
        PurchaseDays.of(
            2357,
            lines.stream().mapToInt(l -> Integer.parseInt(l[1]) - 1).toArray(),
            lines.stream().mapToInt(l -> (int) LocalDate.parse(l[2]).toEpochDay()).toArray(),
            lines.stream().mapToDouble(l -> Double.parseDouble(l[4])).toArray());
  }

  private static Histories calibration() {
    return Histories.at(days, (int) LocalDate.of(1997, 9, 30).toEpochDay());
  }

  @Test
  void bgNbd() {
    FittedPurchases fit = FittedPurchases.fit(PurchaseModel.BG_NBD, calibration(), 1);
    assertEquals(0.243, fit.parameters()[0], 1e-3);
    assertEquals(4.414, fit.parameters()[1], 1e-2);
    assertEquals(0.793, fit.parameters()[2], 1e-2);
    assertEquals(2.426, fit.parameters()[3], 2e-2);
    assertEquals(-9582.4, fit.logLikelihood(), 0.1);
  }

  @Test
  void paretoNbd() {
    FittedPurchases fit = FittedPurchases.fit(PurchaseModel.PARETO_NBD, calibration(), 1);
    assertEquals(0.553, fit.parameters()[0], 1e-3);
    assertEquals(10.58, fit.parameters()[1], 2e-2);
    assertEquals(0.606, fit.parameters()[2], 2e-3);
    assertEquals(11.67, fit.parameters()[3], 5e-2);
    assertEquals(-9595.0, fit.logLikelihood(), 0.1);
  }

  @Test
  void gammaGamma() {
    Histories half = calibration();
    int[] x = new int[half.size()];
    double[] mean = new double[half.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = half.repeats(i);
      mean[i] = half.repeatSpend(i);
    }
    GammaGamma fit = GammaGamma.fit(x, mean);
    assertEquals(946, fit.customers());
    assertEquals(6.25, fit.p(), 0.02);
    assertEquals(3.74, fit.q(), 0.02);
    assertEquals(15.44, fit.gamma(), 0.1);
  }
}
