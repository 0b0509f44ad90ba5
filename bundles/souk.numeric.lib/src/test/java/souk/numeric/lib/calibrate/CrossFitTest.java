package souk.numeric.lib.calibrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import souk.numeric.lib.Logistic;
import souk.numeric.lib.metrics.Probabilities;

class CrossFitTest {
  private static final int ROWS = 6_000;

  private final double[] target = new double[ROWS];
  private final double[] said = new double[ROWS];
  private final int[] foldOf = new int[ROWS];

  private CrossFit choose(DoubleUnaryOperator wrong, boolean forward) {
    SplittableRandom random = new SplittableRandom(5);
    for (int r = 0; r < ROWS; r++) {
      double truth = random.nextDouble();
      target[r] = random.nextDouble() < truth ? 1 : 0;
      said[r] = wrong.applyAsDouble(truth);
      foldOf[r] = r * 5 / ROWS;
    }
    return CrossFit.choose(target, said, foldOf, forward);
  }

  @Test
  void whatIsRightIsLeftAlmostAsItIs() {
    CrossFit fit = choose(p -> p, false);
    assertTrue(Probabilities.ece(target, fit.probabilities(), 10) < 0.03);
    assertTrue(fit.logLoss() <= Probabilities.logLoss(target, said));
  }

  @Test
  void tooSureIsCorrectedByASlope() {
    CrossFit fit = choose(p -> Logistic.probability(3 * Logistic.score(p * 0.998 + 0.001)), false);
    assertEquals(CrossFit.Kind.PLATT, fit.kind());
    assertTrue(Probabilities.ece(target, said, 10) > 0.1);
    assertTrue(Probabilities.ece(target, fit.probabilities(), 10) < 0.03);
  }

  @Test
  void whatNoSlopeCanCorrectTakesSteps() {
    CrossFit fit = choose(p -> p < 0.5 ? 0.1 * p : 0.9 + 0.1 * p * p * p * p, false);
    assertEquals(CrossFit.Kind.ISOTONIC, fit.kind());
    assertTrue(Probabilities.ece(target, fit.probabilities(), 10) < 0.03);
  }

  /** The first fold has no past, so it stays as it was; the last one is corrected. */
  @Test
  void forwardCorrectsByThePastAlone() {
    CrossFit fit = choose(p -> p * p, true);
    double[] first = Arrays.copyOf(fit.probabilities(), ROWS / 5);
    assertArrayEquals(Arrays.copyOf(said, ROWS / 5), first);
    assertTrue(Math.abs(fit.probabilities()[ROWS - 1] - said[ROWS - 1]) > 0.01);
  }
}
