package souk.demand.lib.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Minimises a function of one bounded argument: a coarse grid, then golden sections around its best
 * point.
 *
 * <p>Stateless, thread-safe, deterministic.
 */
public final class ScalarSearch {
  private static final double GOLDEN = 0.6180339887498949;

  private ScalarSearch() {}

  /**
   * The best argument in [low, high].
   *
   * @param grid points of the coarse grid, at least 3
   * @param tolerance width at which the search ends
   */
  public static double minimize(
      DoubleUnaryOperator function, double low, double high, int grid, double tolerance) {
    double best = low;
    double bestValue = Double.POSITIVE_INFINITY;
    double width = (high - low) / (grid - 1);
    for (int i = 0; i < grid; i++) {
      double x = low + width * i;
      double value = function.applyAsDouble(x);
      if (value < bestValue) {
        bestValue = value;
        best = x;
      }
    }
    double a = StrictMath.max(low, best - width);
    double b = StrictMath.min(high, best + width);
    double c = b - GOLDEN * (b - a);
    double d = a + GOLDEN * (b - a);
    double atC = function.applyAsDouble(c);
    double atD = function.applyAsDouble(d);
    while (b - a > tolerance) {
      if (atC < atD) {
        b = d;
        d = c;
        atD = atC;
        c = b - GOLDEN * (b - a);
        atC = function.applyAsDouble(c);
      } else {
        a = c;
        c = d;
        atC = atD;
        d = a + GOLDEN * (b - a);
        atD = function.applyAsDouble(d);
      }
    }
    double middle = atC < atD ? c : d;
    return StrictMath.min(atC, atD) < bestValue ? middle : best;
  }
}
