package souk.kernel.runtime.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class PairedRatioTest {
  private static final int RUNS = 400;
  private static final int PAIRS = 2_000;

  @Test
  void theMixtureIsTheIntegralItStandsFor() {
    PairedRatio ratio = new PairedRatio(1, true, 0);
    ratio.add(2, 1);
    double[][] pairs = {{2, 4}, {3, 1}, {1, 0.5}, {5, 3}};
    double sum = 0;
    double squares = 0;
    for (double[] pair : pairs) {
      ratio.add(pair[0], pair[1]);
      sum += pair[0] - pair[1];
      squares += (pair[0] - pair[1]) * (pair[0] - pair[1]);
    }
    double rho = Math.sqrt(ratio.state()[4]);
    double step = rho / 1_000;
    double integral = 0;
    for (double lambda = step / 2; lambda < 12 * rho; lambda += step) {
      double density =
          2 / (rho * Math.sqrt(2 * Math.PI)) * Math.exp(-lambda * lambda / (2 * rho * rho));
      integral += step * density * Math.exp(lambda * sum - lambda * lambda * squares / 2);
    }
    assertEquals(integral, ratio.evidence(), 1e-4);
  }

  @Test
  void anEqualCandidateIsSeldomBlamedOnHeavyTailsWithALookAfterEveryPair() {
    assertTrue(blamed(1, 1, 0.1, 21) <= 0.05 * RUNS + 3 * Math.sqrt(0.05 * 0.95 * RUNS));
    // Baskets with infinite variance.
    Random random = new Random(22);
    int blamed = 0;
    for (int run = 0; run < RUNS; run++) {
      PairedRatio ratio = new PairedRatio(30, true, 0);
      for (int i = 0; i < PAIRS; i++) {
        double basket = Math.pow(random.nextDouble(), -1 / 1.5);
        ratio.add(basket * noise(random, 0.3), basket * noise(random, 0.3));
      }
      blamed += ratio.evidence() >= 20 ? 1 : 0;
    }
    assertTrue(blamed <= 0.05 * RUNS + 3 * Math.sqrt(0.05 * 0.95 * RUNS), "blamed " + blamed);
  }

  @Test
  void aTenthLessIsFoundAndATenthMoreIsNot() {
    assertTrue(blamed(0.9, 1, 0.1, 23) >= 0.95 * RUNS);
    assertEquals(0, blamed(1.1, 1, 0.1, 24));
  }

  @Test
  void theSignTurnsWhereSmallIsGood() {
    assertTrue(blamedSmall(1.1, 25) >= 0.95 * RUNS);
    assertEquals(0, blamedSmall(0.9, 26));
  }

  @Test
  void aToleratedLossIsNotBlamed() {
    Random random = new Random(27);
    int blamed = 0;
    for (int run = 0; run < RUNS; run++) {
      PairedRatio ratio = new PairedRatio(30, true, 0.1);
      fill(ratio, 0.92, 1, 0.1, random);
      blamed += ratio.evidence() >= 20 ? 1 : 0;
    }
    assertTrue(blamed <= 0.05 * RUNS, "blamed " + blamed);
  }

  /** The true ratio must lie in all intervals of a run, at every look, in 95 % of the runs. */
  @Test
  void theIntervalHoldsTheTruthAtEveryLook() {
    Random random = new Random(28);
    int missed = 0;
    double widths = 0;
    for (int run = 0; run < RUNS; run++) {
      PairedRatio ratio = new PairedRatio(30, true, 0);
      boolean inside = true;
      for (int i = 0; i < PAIRS; i++) {
        pair(ratio, 0.95, 1, 0.2, random);
        if (i % 10 == 0) {
          double[] bounds = ratio.interval(0.05);
          inside &= bounds[0] <= -0.05 && -0.05 <= bounds[1];
        }
      }
      double[] last = ratio.interval(0.05);
      widths += (last[1] - last[0]) / RUNS;
      missed += inside ? 0 : 1;
    }
    assertTrue(missed <= 0.05 * RUNS + 3 * Math.sqrt(0.05 * 0.95 * RUNS), "missed " + missed);
    assertTrue(widths > 0.05 && widths < 0.2, "mean width " + widths);
  }

  @Test
  void identicalAnswersAreNeverBlamedAndHaveAnIntervalOfZero() {
    PairedRatio ratio = new PairedRatio(30, true, 0);
    for (int i = 1; i < 100; i++) {
      ratio.add(i, i);
    }
    assertEquals(1, ratio.evidence());
    assertEquals(0, ratio.interval(0.05)[0]);
    assertEquals(0, ratio.interval(0.05)[1]);
    ratio.add(Double.NaN, 1);
    assertEquals(99, ratio.samples());
  }

  @Test
  void itGoesOnWhereItWasLeft() {
    Random one = new Random(5);
    Random two = new Random(5);
    PairedRatio whole = new PairedRatio(30, true, 0);
    fill(whole, 0.95, 1, 0.2, one);
    PairedRatio parts = new PairedRatio(30, true, 0);
    for (int i = 0; i < PAIRS; i++) {
      pair(parts, 0.95, 1, 0.2, two);
      parts = new PairedRatio(30, true, 0).resume(parts.state());
    }
    assertEquals(whole.evidence(), parts.evidence());
    assertEquals(whole.interval(0.05)[0], parts.interval(0.05)[0]);
  }

  @Test
  void theNormalTailIsGoodOnBothSides() {
    assertEquals(Math.log(0.5), Normal.logCdf(0), 1e-6);
    assertEquals(Math.log(0.9750021), Normal.logCdf(1.96), 1e-6);
    assertEquals(-20.736769, Normal.logCdf(-6), 1e-4);
    assertEquals(Normal.logCdf(-5.999999), Normal.logCdf(-6.000001), 1e-4);
    assertEquals(-53.231285, Normal.logCdf(-10), 1e-5);
  }

  private static int blamed(double factor, double primary, double spread, long seed) {
    return count(new Random(seed), true, r -> factor, primary, spread);
  }

  private static int blamedSmall(double factor, long seed) {
    return count(new Random(seed), false, r -> factor, 1, 0.1);
  }

  private static int count(
      Random random,
      boolean higher,
      ToDoubleFunction<Random> factor,
      double primary,
      double spread) {
    int blamed = 0;
    for (int run = 0; run < RUNS; run++) {
      PairedRatio ratio = new PairedRatio(30, higher, 0);
      fill(ratio, factor.applyAsDouble(random), primary, spread, random);
      blamed += ratio.evidence() >= 20 ? 1 : 0;
    }
    return blamed;
  }

  private static void fill(
      PairedRatio ratio, double factor, double primary, double spread, Random random) {
    for (int i = 0; i < PAIRS; i++) {
      pair(ratio, factor, primary, spread, random);
    }
  }

  /** A log-normal basket whose standard deviation is three times its mean. */
  private static void pair(
      PairedRatio ratio, double factor, double primary, double spread, Random random) {
    double basket = Math.exp(1.517 * random.nextGaussian() - 1.151);
    ratio.add(primary * basket * noise(random, spread), factor * basket * noise(random, spread));
  }

  private static double noise(Random random, double spread) {
    return 1 + spread * random.nextGaussian();
  }
}
