package souk.evidence.lib.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {
  private static final int N = 200_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.7, 4, 29, 31, 250, 12_345})
  void poissonHasEqualMeanAndVariance(double mean) {
    int n = mean > 1000 ? N / 10 : N;
    double[] m = moments(r -> Draws.poisson(r, mean), n);
    double error = Math.sqrt(mean / n);
    assertEquals(mean, m[0], 5 * error);
    assertEquals(1, m[1] / mean, 5 * Math.sqrt(2.0 / n + 1 / (n * mean)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1, 3.5, 60})
  void gammaHasTheMomentsOfItsShape(double shape) {
    double[] m = moments(r -> Draws.gamma(r, shape), N);
    assertEquals(shape, m[0], 5 * Math.sqrt(shape / N));
    assertEquals(1, m[1] / shape, 0.08);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 8})
  void negativeBinomialIsOverdispersed(double size) {
    double mean = 6;
    double[] m = moments(r -> Draws.negativeBinomial(r, mean, size), N);
    double variance = mean + mean * mean / size;
    assertEquals(mean, m[0], 5 * Math.sqrt(variance / N));
    assertEquals(1, m[1] / variance, 0.06);
  }

  @Test
  void normalIsStandard() {
    double[] m = moments(Draws::normal, N);
    assertEquals(0, m[0], 0.012);
    assertEquals(1, m[1], 0.02);
  }

  @Test
  void randomRoundingKeepsTheMean() {
    assertEquals(2.3, moments(r -> Draws.round(r, 2.3), N)[0], 0.006);
    assertEquals(4, Draws.round(new SplittableRandom(1), 4));
  }

  @Test
  void aStreamDependsOnSeedAndEveryKeyAndNothingElse() {
    assertEquals(Streams.of(7, "A", 1).nextLong(), Streams.of(7, "A", 1).nextLong());
    assertNotEquals(Streams.hash(7, "A", 1), Streams.hash(8, "A", 1));
    assertNotEquals(Streams.hash(7, "A", 1), Streams.hash(7, "A", 2));
    assertNotEquals(Streams.hash(7, "A", "BC"), Streams.hash(7, "AB", "C"));
  }

  @Test
  void impossibleParametersAreRefusedWithTheirValue() {
    SplittableRandom random = new SplittableRandom(1);
    assertThrows(IllegalArgumentException.class, () -> Draws.poisson(random, -1));
    assertThrows(IllegalArgumentException.class, () -> Draws.poisson(random, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Draws.gamma(random, 0));
  }

  private static double[] moments(ToDoubleFunction<SplittableRandom> draw, int n) {
    SplittableRandom random = Streams.of(20111209, "moments");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double x = draw.applyAsDouble(random);
      sum += x;
      squares += x * x;
    }
    double mean = sum / n;
    return new double[] {mean, squares / n - mean * mean};
  }
}
