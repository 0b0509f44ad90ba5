package souk.demand.lib.math;

import java.util.function.ToDoubleFunction;

/**
 * Minimises a function of a few arguments without derivatives by the simplex method of Nelder and
 * Mead (Computer Journal 7, 1965).
 *
 * <p>Stateless, thread-safe, deterministic. Non-finite values count as infinitely bad.
 */
public final class NelderMead {
  private NelderMead() {}

  /**
   * Searches from a start.
   *
   * @param start where to begin; overwritten with the best point found
   * @param sizes first step along each argument
   * @param evaluations at most about this many
   * @param relativeTolerance stops when the simplex's values differ by less than this share
   * @return the best value
   */
  public static double minimize(
      ToDoubleFunction<double[]> function,
      double[] start,
      double[] sizes,
      int evaluations,
      double relativeTolerance) {
    int n = start.length;
    double[][] points = new double[n + 1][];
    double[] values = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      points[i] = start.clone();
      if (i > 0) {
        points[i][i - 1] += sizes[i - 1];
      }
      values[i] = value(function, points[i]);
    }
    double[] centre = new double[n];
    double[] trial = new double[n];
    double[] second = new double[n];
    int used = n + 1;
    while (used < evaluations) {
      sort(points, values);
      if (Double.isFinite(values[n])
          && values[n] - values[0] <= relativeTolerance * (StrictMath.abs(values[0]) + 1e-300)) {
        break;
      }
      centre(points, centre);
      move(centre, points[n], 1, trial);
      double reflected = value(function, trial);
      used++;
      if (reflected < values[0]) {
        move(centre, points[n], 2, second);
        double expanded = value(function, second);
        used++;
        if (expanded < reflected) {
          replace(points, values, second, expanded);
        } else {
          replace(points, values, trial, reflected);
        }
      } else if (reflected < values[n - 1]) {
        replace(points, values, trial, reflected);
      } else {
        boolean outside = reflected < values[n];
        move(centre, points[n], outside ? 0.5 : -0.5, second);
        double contracted = value(function, second);
        used++;
        if (contracted < StrictMath.min(reflected, values[n])) {
          replace(points, values, second, contracted);
        } else {
          for (int i = 1; i <= n; i++) {
            move(points[0], points[i], -0.5, points[i]);
            values[i] = value(function, points[i]);
          }
          used += n;
        }
      }
    }
    sort(points, values);
    System.arraycopy(points[0], 0, start, 0, n);
    return values[0];
  }

  private static double value(ToDoubleFunction<double[]> function, double[] point) {
    double value = function.applyAsDouble(point);
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  /** to = centre + factor (centre - point). */
  private static void move(double[] centre, double[] point, double factor, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = centre[i] + factor * (centre[i] - point[i]);
    }
  }

  private static void centre(double[][] points, double[] centre) {
    int n = centre.length;
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += points[i][j];
      }
      centre[j] = sum / n;
    }
  }

  private static void replace(double[][] points, double[] values, double[] by, double value) {
    System.arraycopy(by, 0, points[by.length], 0, by.length);
    values[by.length] = value;
  }

  private static void sort(double[][] points, double[] values) {
    for (int i = 1; i < values.length; i++) {
      double value = values[i];
      double[] point = points[i];
      int j = i - 1;
      while (j >= 0 && values[j] > value) {
        values[j + 1] = values[j];
        points[j + 1] = points[j];
        j--;
      }
      values[j + 1] = value;
      points[j + 1] = point;
    }
  }
}
