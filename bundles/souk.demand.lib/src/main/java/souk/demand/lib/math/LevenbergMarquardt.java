package souk.demand.lib.math;

/**
 * Minimises a sum of squares by the method of Levenberg and Marquardt with forward differences
 * (Nocedal and Wright, Numerical Optimization, section 10.3; damping by Nielsen, 1999).
 *
 * <p>Not thread-safe: one instance per search; keeps workspace for at most the given size.
 * Deterministic.
 */
public final class LevenbergMarquardt {
  private static final double DIFFERENCE = 1e-6;
  private static final double SMALLEST_GAIN = 1e-9;

  private final int maxIterations;
  private final double relativeTolerance;
  private final double[][] jacobian;
  private final double[] residuals;
  private final double[] trialResiduals;
  private final double[] trial;
  private final double[] step;
  private final double[] gradient;
  private final double[][] normal;
  private final double[][] factor;

  /**
   * @param parameters most parameters of a search
   * @param values number of residuals
   * @param maxIterations at most this many Jacobians
   * @param relativeTolerance stops when a step improves the sum by less than this share
   */
  public LevenbergMarquardt(
      int parameters, int values, int maxIterations, double relativeTolerance) {
    this.maxIterations = maxIterations;
    this.relativeTolerance = relativeTolerance;
    this.jacobian = new double[parameters][values];
    this.residuals = new double[values];
    this.trialResiduals = new double[values];
    this.trial = new double[parameters];
    this.step = new double[parameters];
    this.gradient = new double[parameters];
    this.normal = new double[parameters][parameters];
    this.factor = new double[parameters][parameters];
  }

  /**
   * Walks downhill from a start.
   *
   * @param point where to begin; its first {@code size} entries are overwritten with the best found
   * @return the sum of squares there; not finite only if the start has no finite value
   */
  public double minimize(Residuals function, double[] point, int size) {
    double value = function.at(point, residuals);
    if (!Double.isFinite(value) || size == 0) {
      return value;
    }
    double damping = -1;
    double growth = 2;
    for (int iteration = 0; iteration < maxIterations; iteration++) {
      derive(function, point, size);
      if (damping < 0) {
        damping = 1e-3 * largestDiagonal(size);
      }
      boolean improved = false;
      double gain = 0;
      for (int attempt = 0; attempt < 12; attempt++) {
        double predicted = solve(size, damping);
        if (predicted <= SMALLEST_GAIN * relativeTolerance * value) {
          return value;
        }
        for (int i = 0; i < size; i++) {
          trial[i] = point[i] + step[i];
        }
        double trialValue = function.at(trial, trialResiduals);
        if (Double.isFinite(trialValue) && trialValue < value) {
          gain = value - trialValue;
          double ratio = gain / predicted;
          double cubed = (2 * ratio - 1) * (2 * ratio - 1) * (2 * ratio - 1);
          damping *= StrictMath.max(1.0 / 3, StrictMath.min(2, 1 - cubed));
          growth = 2;
          value = trialValue;
          System.arraycopy(trial, 0, point, 0, size);
          System.arraycopy(trialResiduals, 0, residuals, 0, residuals.length);
          improved = true;
          break;
        }
        damping *= growth;
        growth *= 2;
      }
      if (!improved || gain <= relativeTolerance * value) {
        return value;
      }
    }
    return value;
  }

  private void derive(Residuals function, double[] point, int size) {
    System.arraycopy(point, 0, trial, 0, size);
    for (int i = 0; i < size; i++) {
      double[] column = jacobian[i];
      double h = DIFFERENCE * (1 + StrictMath.abs(point[i]));
      trial[i] = point[i] + h;
      double there = function.at(trial, column);
      if (!Double.isFinite(there)) {
        h = -h;
        trial[i] = point[i] + h;
        there = function.at(trial, column);
      }
      trial[i] = point[i];
      double sum = 0;
      for (int t = 0; t < residuals.length; t++) {
        double slope = Double.isFinite(there) ? (column[t] - residuals[t]) / h : 0;
        column[t] = slope;
        sum += slope * residuals[t];
      }
      gradient[i] = sum;
      for (int j = 0; j <= i; j++) {
        double[] other = jacobian[j];
        double product = 0;
        for (int t = 0; t < residuals.length; t++) {
          product += column[t] * other[t];
        }
        normal[i][j] = product;
      }
    }
  }

  private double largestDiagonal(int size) {
    double largest = 1e-12;
    for (int i = 0; i < size; i++) {
      largest = StrictMath.max(largest, normal[i][i]);
    }
    return largest;
  }

  /** Solves (J'J + damping I) step = -J'r by Cholesky; returns the decrease the model predicts. */
  private double solve(int size, double damping) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = normal[i][j] + (i == j ? damping : 0);
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = i == j ? StrictMath.sqrt(StrictMath.max(sum, 1e-300)) : sum / factor[j][j];
      }
    }
    for (int i = 0; i < size; i++) {
      double sum = -gradient[i];
      for (int k = 0; k < i; k++) {
        sum -= factor[i][k] * step[k];
      }
      step[i] = sum / factor[i][i];
    }
    double predicted = 0;
    for (int i = size - 1; i >= 0; i--) {
      double sum = step[i];
      for (int k = i + 1; k < size; k++) {
        sum -= factor[k][i] * step[k];
      }
      step[i] = sum / factor[i][i];
      predicted += step[i] * (damping * step[i] - gradient[i]);
    }
    return predicted;
  }
}
