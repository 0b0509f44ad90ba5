package souk.customer.lib.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Planted truth, and data that tell nothing. */
class FittedPurchasesTest {
  private static final double[] MONEY = {6, 4, 15};

  @Test
  void bgNbdIsRecovered() {
    double[] truth = {0.6, 4, 0.8, 2.4};
    PurchaseDays days = Cohort.bgNbd(6_000, truth, MONEY, 90, 3).days();
    recovered(PurchaseModel.BG_NBD, truth, Histories.at(days, 45 * 7));
  }

  @Tag("slow")
  @Test
  void paretoNbdIsRecovered() {
    double[] truth = {0.6, 8, 0.6, 12};
    PurchaseDays days = Cohort.paretoNbd(6_000, truth, MONEY, 90, 4).days();
    Histories half = Histories.at(days, 45 * 7);
    FittedPurchases fit = recovered(PurchaseModel.PARETO_NBD, truth, half);
    double expected = 0;
    double bought = 0;
    for (int i = 0; i < half.size(); i++) {
      expected += fit.law().expected(half.repeats(i), half.recency(i), half.age(i), 26);
      bought += days.purchases(half.customer(i), half.lastDay(), half.lastDay() + 26 * 7);
    }
    assertEquals(bought, expected, 0.06 * bought);
  }

  private static FittedPurchases recovered(
      PurchaseModel model, double[] truth, Histories histories) {
    FittedPurchases fit = FittedPurchases.fit(model, histories, 1);
    assertTrue(fit.converged());
    assertFalse(fit.bound());
    for (int j = 0; j < truth.length; j++) {
      double deviation = Math.sqrt(fit.covariance()[j][j]);
      assertBetween(0.005, 0.5, deviation);
      // Days instead of instants move the parameters a little.
      assertEquals(Math.log(truth[j]), Math.log(fit.parameters()[j]), 4 * deviation + 0.02);
    }
    return fit;
  }

  @Test
  void gammaGammaIsRecovered() {
    PurchaseDays days =
        Cohort.paretoNbd(6_000, new double[] {2, 40, 0.5, 40}, MONEY, 150, 5).days();
    Histories histories = Histories.at(days, 150 * 7);
    int[] x = new int[histories.size()];
    double[] mean = new double[histories.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = histories.repeats(i);
      mean[i] = histories.repeatSpend(i);
    }
    GammaGamma fit = GammaGamma.fit(x, mean);
    // Two purchases of one day are one here, so shapes are met less closely than amounts.
    assertEquals(6, fit.p(), 1.0);
    assertEquals(4, fit.q(), 0.5);
    assertEquals(6 * 15 / 3.0, fit.expected(0, 0), 1.5);
    assertEquals(80, fit.expected(1_000, 80), 0.5);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(PurchaseModel.class)
  void onlyOneTimers(PurchaseModel model) {
    int[] x = new int[200];
    double[] age = new double[200];
    Arrays.setAll(age, i -> 10 + i / 7.0);
    usable(FittedPurchases.fit(model, Histories.of(x, new double[200], age), 1), 0, 0, 30);
  }

  @ParameterizedTest
  @EnumSource(PurchaseModel.class)
  void oneCustomer(PurchaseModel model) {
    Histories one = Histories.of(new int[] {4}, new double[] {20}, new double[] {30});
    usable(FittedPurchases.fit(model, one, 1), 4, 20, 30);
  }

  @ParameterizedTest
  @EnumSource(PurchaseModel.class)
  void firstPurchaseOnTheLastDay(PurchaseModel model) {
    Histories today = Histories.of(new int[3], new double[3], new double[3]);
    usable(FittedPurchases.fit(model, today, 1), 0, 0, 0);
  }

  @ParameterizedTest
  @EnumSource(PurchaseModel.class)
  void everyDay(PurchaseModel model) {
    int[] x = new int[50];
    double[] recency = new double[50];
    double[] age = new double[50];
    for (int i = 0; i < 50; i++) {
      x[i] = 700 + i;
      recency[i] = x[i] / 7.0;
      age[i] = recency[i];
    }
    FittedPurchases fit = FittedPurchases.fit(model, Histories.of(x, recency, age), 1);
    usable(fit, x[0], recency[0], age[0]);
    assertBetween(20.0, 29.0, fit.law().expected(x[0], recency[0], age[0], 4));
  }

  private static void usable(FittedPurchases fit, int x, double recency, double age) {
    assertTrue(Double.isFinite(fit.logLikelihood()));
    assertBetween(0.0, 1.0, fit.law().alive(x, recency, age));
    assertBetween(0.0, 1e4, fit.law().expected(x, recency, age, 10));
    assertEquals(2 * fit.parameters().length, fit.neighbours().length);
  }

  @Test
  void nobody() {
    Histories none = Histories.of(new int[0], new double[0], new double[0]);
    IllegalArgumentException nobody =
        assertThrows(
            IllegalArgumentException.class,
            () -> FittedPurchases.fit(PurchaseModel.BG_NBD, none, 1));
    assertTrue(String.valueOf(nobody.getMessage()).contains("no customer"));
    assertThrows(
        IllegalArgumentException.class, () -> GammaGamma.fit(new int[] {1}, new double[] {5}));
  }

  private static void assertBetween(double low, double high, double value) {
    assertTrue(
        value >= low && value <= high, () -> value + " is not in [" + low + ", " + high + "]");
  }
}
