package souk.demand.lib.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The minimiser on Rosenbrock's valley and outside a domain. */
class BfgsTest {
  @Test
  void findsTheEndOfRosenbrocksValley() {
    double[] point = {-1.2, 1};
    double value =
        new Bfgs(500, 1e-14)
            .minimize(
                (x, g) -> {
                  double a = x[1] - x[0] * x[0];
                  g[0] = -400 * x[0] * a - 2 * (1 - x[0]);
                  g[1] = 200 * a;
                  return 100 * a * a + (1 - x[0]) * (1 - x[0]);
                },
                point);
    assertEquals(0, value, 1e-12);
    assertArrayEquals(new double[] {1, 1}, point, 1e-5);
  }

  @Test
  void staysInsideTheDomain() {
    double[] point = {5};
    new Bfgs(200, 1e-14)
        .minimize(
            (x, g) -> {
              g[0] = 1 - 1 / x[0];
              return x[0] > 0 ? x[0] - Math.log(x[0]) : Double.POSITIVE_INFINITY;
            },
            point);
    assertEquals(1, point[0], 1e-4);
  }
}
