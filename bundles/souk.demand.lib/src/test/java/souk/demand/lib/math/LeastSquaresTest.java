package souk.demand.lib.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Least squares with planted coefficients and a column too many. */
class LeastSquaresTest {
  @Test
  void findsPlantedCoefficientsAndDropsARepeatedColumn() {
    SplittableRandom random = new SplittableRandom(1);
    int n = 50;
    double[][] columns = new double[4][n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      columns[0][i] = 1;
      columns[1][i] = 1e6 * random.nextDouble();
      columns[2][i] = 3 * columns[1][i] - 7;
      columns[3][i] = random.nextDouble();
      y[i] = 4 + 2e-6 * columns[1][i] - 5 * columns[3][i];
    }
    LeastSquares fit = new LeastSquares(columns, y);
    assertEquals(3, fit.rank());
    assertTrue(fit.isKept(1));
    assertFalse(fit.isKept(2));
    assertEquals(4, fit.coefficient(0), 1e-8);
    assertEquals(2e-6, fit.coefficient(1), 1e-14);
    assertEquals(-5, fit.coefficient(3), 1e-8);
    assertEquals(0, fit.residualSum(), 1e-12);
  }
}
