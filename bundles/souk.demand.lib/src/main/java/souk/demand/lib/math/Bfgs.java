package souk.demand.lib.math;

import java.util.Arrays;

/**
 * Minimises a smooth function by the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno
 * with a backtracking line search (Nocedal and Wright, Numerical Optimization, algorithms 3.1 and
 * 6.1).
 *
 * <p>Not thread-safe: one instance per search. Deterministic.
 */
public final class Bfgs {
  private static final double SUFFICIENT_DECREASE = 1e-4;

  private final int maxIterations;
  private final double relativeTolerance;

  /**
   * @param maxIterations at most this many directions are tried, at least 1
   * @param relativeTolerance stops after two steps which improve the value by less than this share
   */
  public Bfgs(int maxIterations, double relativeTolerance) {
    if (maxIterations < 1 || !(relativeTolerance > 0)) {
      throw new IllegalArgumentException(
          "maxIterations (%s) and relativeTolerance (%s) must be positive."
              .formatted(maxIterations, relativeTolerance));
    }
    this.maxIterations = maxIterations;
    this.relativeTolerance = relativeTolerance;
  }

  /**
   * Walks downhill from a start.
   *
   * @param start where to begin; overwritten with the best point found
   * @return the value there; not finite only if the start itself has no finite value
   */
  public double minimize(Objective objective, double[] start) {
    int n = start.length;
    double[] gradient = new double[n];
    double value = objective.at(start, gradient);
    if (!Double.isFinite(value)) {
      return value;
    }
    double[][] inverse = identity(n);
    double[] direction = new double[n];
    double[] trial = new double[n];
    double[] trialGradient = new double[n];
    double[] work = new double[n];
    boolean fresh = true;
    int small = 0;
    for (int iteration = 0; iteration < maxIterations; iteration++) {
      double slope = direct(inverse, gradient, direction);
      if (!(slope < 0)) {
        if (fresh) {
          return value;
        }
        reset(inverse);
        fresh = true;
        continue;
      }
      double step = fresh ? StrictMath.min(1, 0.5 / norm(gradient)) : 1;
      double trialValue = Double.NaN;
      boolean accepted = false;
      for (int cut = 0; cut < 25; cut++) {
        for (int i = 0; i < n; i++) {
          trial[i] = start[i] + step * direction[i];
        }
        trialValue = objective.at(trial, trialGradient);
        if (Double.isFinite(trialValue)
            && trialValue <= value + SUFFICIENT_DECREASE * step * slope) {
          accepted = true;
          break;
        }
        step *= Double.isFinite(trialValue) ? shrink(value, trialValue, slope, step) : 0.25;
      }
      if (!accepted) {
        if (fresh) {
          return value;
        }
        reset(inverse);
        fresh = true;
        continue;
      }
      fresh = update(inverse, start, trial, gradient, trialGradient, work) && fresh;
      double gain = value - trialValue;
      System.arraycopy(trial, 0, start, 0, n);
      System.arraycopy(trialGradient, 0, gradient, 0, n);
      small = gain <= relativeTolerance * (StrictMath.abs(trialValue) + 1) ? small + 1 : 0;
      value = trialValue;
      if (small >= 2) {
        return value;
      }
    }
    return value;
  }

  private static double shrink(double value, double trial, double slope, double step) {
    double best = -slope * step / (2 * (trial - value - slope * step));
    return StrictMath.max(0.1, StrictMath.min(0.5, best));
  }

  private static double direct(double[][] inverse, double[] gradient, double[] direction) {
    double slope = 0;
    for (int i = 0; i < gradient.length; i++) {
      double sum = 0;
      for (int j = 0; j < gradient.length; j++) {
        sum -= inverse[i][j] * gradient[j];
      }
      direction[i] = sum;
      slope += sum * gradient[i];
    }
    return slope;
  }

  /** Rank-two update of the inverse Hessian; true if it was skipped for want of curvature. */
  private static boolean update(
      double[][] inverse, double[] from, double[] to, double[] g0, double[] g1, double[] work) {
    int n = from.length;
    double curvature = 0;
    double change = 0;
    for (int i = 0; i < n; i++) {
      curvature += (to[i] - from[i]) * (g1[i] - g0[i]);
      change += (g1[i] - g0[i]) * (g1[i] - g0[i]);
    }
    if (curvature <= 1e-12 * change || change == 0) {
      return true;
    }
    double quadratic = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += inverse[i][j] * (g1[j] - g0[j]);
      }
      work[i] = sum;
      quadratic += sum * (g1[i] - g0[i]);
    }
    double scale = (1 + quadratic / curvature) / curvature;
    for (int i = 0; i < n; i++) {
      double si = to[i] - from[i];
      for (int j = 0; j < n; j++) {
        double sj = to[j] - from[j];
        inverse[i][j] += scale * si * sj - (work[i] * sj + si * work[j]) / curvature;
      }
    }
    return false;
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double v : vector) {
      sum += v * v;
    }
    return StrictMath.sqrt(sum) + 1e-300;
  }

  private static double[][] identity(int n) {
    double[][] matrix = new double[n][n];
    reset(matrix);
    return matrix;
  }

  private static void reset(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      Arrays.fill(matrix[i], 0);
      matrix[i][i] = 1;
    }
  }
}
