package souk.numeric.lib.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProbabilitiesTest {
  @Test
  void worksOutFourRowsByHand() {
    double[] target = {1, 0, 1, 0};
    double[] probability = {0.9, 0.1, 0.4, 0.4};
    assertEquals(
        -(2 * Math.log(0.9) + Math.log(0.4) + Math.log(0.6)) / 4,
        Probabilities.logLoss(target, probability),
        1e-15);
    assertEquals((0.01 + 0.01 + 0.36 + 0.16) / 4, Probabilities.brier(target, probability), 1e-15);
    assertEquals((0.1 + 0.1) / 4, Probabilities.ece(target, probability, 2), 1e-15);
  }

  @Test
  void equalProbabilitiesStayInOneBin() {
    double[] target = {1, 0, 0, 0, 1};
    double[] probability = {0.4, 0.4, 0.4, 0.4, 0.9};
    List<Probabilities.Bin> table = Probabilities.table(target, probability, 5);
    assertEquals(2, table.size());
    assertEquals(4, table.get(0).rows());
    assertEquals(0.25, table.get(0).happened(), 1e-15);
    assertEquals((4 * 0.15 + 0.1) / 5, Probabilities.ece(target, probability, 5), 1e-12);
    assertEquals((4 * 0.15 + 0.1) / 5, Probabilities.eceByWidth(target, probability, 10), 1e-12);
  }

  @Test
  void anEdgeAtOneBelongsToTheLastBin() {
    assertEquals(0, Probabilities.eceByWidth(new double[] {1, 0}, new double[] {1, 0}, 10), 1e-15);
  }

  /** Where probabilities are true, what is left of the error is chance. */
  @Test
  void trueProbabilitiesHold() {
    SplittableRandom random = new SplittableRandom(2);
    double[] probability = new double[40_000];
    double[] target = new double[probability.length];
    double[] shifted = new double[probability.length];
    for (int i = 0; i < target.length; i++) {
      probability[i] = random.nextDouble() * 0.8;
      shifted[i] = probability[i] + 0.1;
      target[i] = random.nextDouble() < probability[i] ? 1 : 0;
    }
    assertTrue(Probabilities.ece(target, probability, 10) < 0.01);
    assertEquals(0.1, Probabilities.ece(target, shifted, 10), 0.01);
    assertEquals(0.1, Probabilities.eceByWidth(target, shifted, 10), 0.01);
  }

  @Test
  void certaintyThatIsWrongCostsMuchButNotEverything() {
    double loss = Probabilities.logLoss(new double[] {1}, new double[] {0});
    assertEquals(15 * Math.log(10), loss, 1e-9);
    assertThrows(
        IllegalArgumentException.class,
        () -> Probabilities.brier(new double[] {1}, new double[] {1.01}));
  }
}
