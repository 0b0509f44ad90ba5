package souk.customer.lib.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each law against sums over a fine grid of customers, straight from what one customer does. */
class PurchaseLawTest {
  private static final int GRID = 700;

  /** What the grid of dropout probabilities leaves out beyond its edges. */
  private static final double EDGES = 2e-5;

  private interface Individual {
    double of(double rate, double drop);
  }

  private static double logGamma(double x) {
    return SpecialFunctions.logGamma(x);
  }

  /** Places from -40 in the logarithm of a rate, or of the odds of a dropout. */
  private static double place(int i, double width) {
    return -40 + (i + 0.5) * width;
  }

  /** Mass of a Gamma distribution around each place of the logarithm. */
  private static double[] gammaMasses(double shape, double scale, double width) {
    double constant = shape * Math.log(scale) - logGamma(shape);
    double[] masses = new double[GRID];
    for (int i = 0; i < GRID; i++) {
      double log = place(i, width);
      masses[i] = Math.exp(constant + shape * log - scale * Math.exp(log)) * width;
    }
    return masses;
  }

  private static double betaGeometric(double[] p, Individual what) {
    double width = 50.0 / GRID;
    double odds = 80.0 / GRID;
    double[] rates = gammaMasses(p[0], p[1], width);
    double[] drops = new double[GRID];
    double[] masses = new double[GRID];
    double constant = SpecialFunctions.logBeta(p[2], p[3]);
    for (int j = 0; j < GRID; j++) {
      double logit = place(j, odds);
      drops[j] = 1 / (1 + Math.exp(-logit));
      masses[j] =
          Math.exp(
                  p[2] * -Math.log1p(Math.exp(-logit))
                      + p[3] * -Math.log1p(Math.exp(logit))
                      - constant)
              * odds;
    }
    double sum = 0;
    for (int i = 0; i < GRID; i++) {
      double rate = Math.exp(place(i, width));
      for (int j = 0; j < GRID; j++) {
        sum += rates[i] * masses[j] * what.of(rate, drops[j]);
      }
    }
    return sum;
  }

  private static double gammaTwice(double[] p, Individual what) {
    double width = 50.0 / GRID;
    double[] rates = gammaMasses(p[0], p[1], width);
    double[] drops = gammaMasses(p[2], p[3], width);
    double sum = 0;
    for (int i = 0; i < GRID; i++) {
      double rate = Math.exp(place(i, width));
      for (int j = 0; j < GRID; j++) {
        sum += rates[i] * drops[j] * what.of(rate, Math.exp(place(j, width)));
      }
    }
    return sum;
  }

  private static final String CUSTOMERS =
      """
      0.5, 4, 0.8, 2.4, 0, 0, 30
      0.5, 4, 0.8, 2.4, 3, 20, 38
      1.5, 10, 2.5, 6, 1, 0.14, 38
      0.7, 2, 1, 1, 12, 37.9, 38
      0.4, 3, 0.4, 0.3, 0, 0, 20
      0.4, 3, 0.4, 0.3, 2, 5, 20
      3, 6, 40, 90, 7, 30, 33
      3, 60, 0.5, 3, 25, 30, 33
      """;

  @ParameterizedTest
  @CsvSource(textBlock = CUSTOMERS)
  void bgNbd(double r, double alpha, double a, double b, int x, double recency, double age) {
    double[] p = {r, alpha, a, b};
    double t = 26;
    PurchaseLaw law = PurchaseModel.BG_NBD.law(p);
    Individual living = (l, d) -> Math.pow(1 - d, x) * Math.pow(l, x) * Math.exp(-l * age);
    Individual gone =
        (l, d) -> x == 0 ? 0 : d * Math.pow(1 - d, x - 1) * Math.pow(l, x) * Math.exp(-l * recency);
    double living0 = betaGeometric(p, living);
    double all = living0 + betaGeometric(p, gone);
    agree(law.logLikelihood(x, recency, age), Math.log(all), EDGES);
    agree(law.alive(x, recency, age), living0 / all, EDGES);
    double buys = betaGeometric(p, (l, d) -> living.of(l, d) * (1 - Math.exp(-l * t))) / all;
    agree(law.buys(x, recency, age, t), buys, 1e-6);
    double expected =
        betaGeometric(p, (l, d) -> living.of(l, d) * -Math.expm1(-l * d * t) / d) / all;
    agree(law.expected(x, recency, age, t), expected, 2e-4 * expected);
  }

  @ParameterizedTest
  @CsvSource(textBlock = CUSTOMERS)
  void modified(double r, double alpha, double a, double b, int x, double recency, double age) {
    double[] p = {r, alpha, a, b};
    double t = 26;
    PurchaseLaw law = PurchaseModel.MBG_NBD.law(p);
    Individual living = (l, d) -> Math.pow(1 - d, x + 1) * Math.pow(l, x) * Math.exp(-l * age);
    Individual gone = (l, d) -> d * Math.pow(1 - d, x) * Math.pow(l, x) * Math.exp(-l * recency);
    double living0 = betaGeometric(p, living);
    double all = living0 + betaGeometric(p, gone);
    agree(law.logLikelihood(x, recency, age), Math.log(all), EDGES);
    agree(law.alive(x, recency, age), living0 / all, EDGES);
    double expected =
        betaGeometric(p, (l, d) -> living.of(l, d) * -Math.expm1(-l * d * t) / d) / all;
    agree(law.expected(x, recency, age, t), expected, 2e-4 * expected);
  }

  @ParameterizedTest
  @CsvSource(textBlock = CUSTOMERS)
  void paretoNbd(double r, double alpha, double s, double beta, int x, double recency, double age) {
    double[] p = {r, alpha, s, beta};
    double t = 26;
    PurchaseLaw law = PurchaseModel.PARETO_NBD.law(p);
    Individual living = (l, m) -> Math.pow(l, x) * Math.exp(-(l + m) * age);
    Individual all =
        (l, m) ->
            Math.pow(l, x)
                / (l + m)
                * (m * Math.exp(-(l + m) * recency) + l * Math.exp(-(l + m) * age));
    double sum = gammaTwice(p, all);
    agree(law.logLikelihood(x, recency, age), Math.log(sum), 1e-6);
    agree(law.alive(x, recency, age), gammaTwice(p, living) / sum, 1e-6);
    double expected = gammaTwice(p, (l, m) -> living.of(l, m) * l * -Math.expm1(-m * t) / m) / sum;
    agree(law.expected(x, recency, age, t), expected, 1e-6 + 1e-6 * expected);
    double buys =
        gammaTwice(p, (l, m) -> living.of(l, m) * l / (l + m) * -Math.expm1(-(l + m) * t)) / sum;
    agree(law.buys(x, recency, age, t), buys, 1e-6);
  }

  private static void agree(double here, double brute, double tolerance) {
    assertEquals(brute, here, tolerance);
  }

  @Test
  void heavyBuyersAndOddParametersStayFinite() {
    double[][] odd = {
      {1e-5, 1e-5, 1e-5, 1e-5},
      {1e5, 1e6, 1e5, 1e-5},
      {1e-5, 1e6, 1, 1e6},
      {50, 1e-3, 1e5, 1e6},
      {1e6, 1e6, 224, 3147}
    };
    int[] repeats = {0, 1, 300, 5_000};
    for (PurchaseModel model : PurchaseModel.values()) {
      for (double[] p : odd) {
        PurchaseLaw law = model.law(p);
        for (int x : repeats) {
          double recency = x == 0 ? 0 : 99.9;
          assertTrue(law.logLikelihood(x, recency, 100) < 1e5, model + " " + x);
          assertBetween(0.0, 1.0, law.alive(x, recency, 100));
          assertTrue(law.expected(x, recency, 100, 10) >= 0);
          assertBetween(0.0, 1.0, law.buys(x, recency, 100, 10));
        }
      }
    }
  }

  @Test
  void nextPurchaseInvertsItsProbability() {
    PurchaseLaw law = PurchaseModel.PARETO_NBD.law(new double[] {0.553, 10.58, 0.606, 11.67});
    double weeks = law.nextPurchase(6, 35, 38, 0.5);
    assertEquals(0.5, law.buys(6, 35, 38, weeks), 1e-9);
    assertTrue(Double.isInfinite(law.nextPurchase(0, 0, 38, 0.99)));
  }

  private static void assertBetween(double low, double high, double value) {
    assertTrue(
        value >= low && value <= high, () -> value + " is not in [" + low + ", " + high + "]");
  }
}
