package souk.customer.lib.uplift.base;

import souk.customer.lib.math.Cholesky;

/**
 * Weighted least squares on standardised columns with a penalty on the squared coefficients (Hoerl
 * and Kennard, Technometrics 12, 1970). The penalty is that of a fixed ladder with the smallest
 * leave-one-out error, which linear regression knows without refitting: {@code residual / (1 −
 * leverage)} (Allen, Technometrics 16, 1974).
 */
public final class RidgeRegression implements BaseLearner {
  private static final double[] PENALTIES = {1, 10, 100, 1_000, 10_000};

  @Override
  public Predictor learn(double[][] rows, double[] target, double[] weights, long seed) {
    Standardised scale = Standardised.fit(rows, weights);
    double[][] z = scale.of(rows);
    double total = 0;
    double sum = 0;
    for (int r = 0; r < target.length; r++) {
      total += weights[r];
      sum += weights[r] * target[r];
    }
    double mean = total > 0 ? sum / total : 0;
    double unit = total / target.length;
    int columns = scale.columns();
    double[][] gram = new double[columns][columns];
    double[] moment = new double[columns];
    for (int r = 0; r < z.length; r++) {
      double[] row = z[r];
      for (int i = 0; i < columns; i++) {
        double weighted = weights[r] * row[i];
        moment[i] += weighted * (target[r] - mean);
        for (int j = 0; j <= i; j++) {
          gram[i][j] += weighted * row[j];
        }
      }
    }
    double[] best = new double[columns];
    double least = Double.POSITIVE_INFINITY;
    for (double penalty : PENALTIES) {
      Cholesky solver = Cholesky.of(gram, penalty * unit);
      double[] slopes = solver.solve(moment);
      double error = leftOut(z, target, weights, mean, total, solver, slopes);
      if (error < least) {
        least = error;
        best = slopes;
      }
    }
    double[] chosen = best;
    return asked -> predict(scale, asked, mean, chosen);
  }

  private static double leftOut(
      double[][] z,
      double[] target,
      double[] weights,
      double mean,
      double total,
      Cholesky solver,
      double[] slopes) {
    double error = 0;
    for (int r = 0; r < z.length; r++) {
      double[] forward = solver.forward(z[r]);
      double leverage = 1 / total;
      for (double f : forward) {
        leverage += f * f;
      }
      double kept = Math.max(0.01, 1 - weights[r] * leverage);
      double left = (target[r] - mean - dot(z[r], slopes)) / kept;
      error += weights[r] * left * left;
    }
    return error;
  }

  private static double[] predict(
      Standardised scale, double[][] rows, double mean, double[] slopes) {
    double[] predicted = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      predicted[r] = mean + dot(scale.of(rows[r]), slopes);
    }
    return predicted;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
