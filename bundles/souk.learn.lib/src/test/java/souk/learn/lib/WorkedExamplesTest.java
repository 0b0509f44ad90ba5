package souk.learn.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import souk.numeric.lib.Logistic;
import souk.numeric.lib.metrics.Confusion;
import souk.numeric.lib.metrics.Errors;

/** The examples of docs/worked-examples.md, worked out by the code that the platform runs. */
class WorkedExamplesTest {
  /** Age 30, 3 visits and 3 purchases with weight 0.1 each and an intercept of 0.5. */
  @Test
  void aLogisticScoreOfFourPointOneIsNinetyEightPercent() {
    double score = 0.5 + 0.1 * (30 + 3 + 3);
    assertEquals(4.1, score, 1e-12);
    assertEquals(0.9837, Logistic.probability(score), 5e-5);
    assertNotEquals(0.7, Logistic.probability(score), 0.2);
  }

  /** 100 customers: 20 of 30 who were named bought, 10 bought without being named. */
  @Test
  void precisionIsNotSpecificity() {
    Confusion said = new Confusion(20, 10, 10, 60);
    assertEquals(20.0 / 30, said.precision(), 1e-15);
    assertEquals(20.0 / 30, said.recall(), 1e-15);
    assertEquals(60.0 / 70, said.specificity(), 1e-15);
    assertEquals(20.0 / 30, said.f1(), 1e-15);
    assertEquals(0.8, said.accuracy(), 1e-15);
    assertNotEquals(said.precision(), said.specificity());
    double[] target = {1, 1, 0, 0, 0};
    double[] score = {0.9, 0.2, 0.8, 0.1, 0.3};
    assertEquals(new Confusion(1, 1, 1, 2), Confusion.of(target, score, 0.5));
  }

  /** By difference quotients: the loss rises with the prediction where that is too high. */
  @Test
  void theGradientOfHalfTheSquaredErrorIsPredictedLessSeen() {
    double seen = 7;
    double predicted = 9.5;
    double step = 1e-5;
    double slope = (half(seen, predicted + step) - half(seen, predicted - step)) / (2 * step);
    assertEquals(predicted - seen, slope, 1e-6);
    assertEquals(2.5, Errors.bias(new double[] {seen}, new double[] {predicted}), 1e-12);
  }

  private static double half(double seen, double predicted) {
    return 0.5 * (predicted - seen) * (predicted - seen);
  }

  @Test
  void errorsByHand() {
    double[] seen = {1, 2, 3, 6};
    double[] predicted = {2, 2, 2, 4};
    assertEquals(1, Errors.mae(seen, predicted), 1e-15);
    assertEquals(Math.sqrt(6.0 / 4), Errors.rmse(seen, predicted), 1e-15);
    assertEquals(1 - 6.0 / 14, Errors.r2(seen, predicted), 1e-15);
    assertEquals(-0.5, Errors.bias(seen, predicted), 1e-15);
  }
}
