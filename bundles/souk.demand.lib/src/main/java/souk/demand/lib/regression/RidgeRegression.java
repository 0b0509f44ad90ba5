package souk.demand.lib.regression;

import java.util.Objects;
import souk.demand.lib.math.Cholesky;

/**
 * Least squares with a penalty per column (Hoerl and Kennard, Technometrics 12, 1970); the common
 * strength of the penalties is the one with the smallest generalised cross-validation score (Golub,
 * Heath, Wahba, Technometrics 21, 1979).
 *
 * <p>Immutable; thread-safe.
 */
final class RidgeRegression {
  private static final double[] STRENGTHS = {1e-3, 1e-2, 0.1, 1, 10, 100};
  private static final double FLOOR = 1e-8;

  private final double[] coefficients;
  private final double freedom;

  private RidgeRegression(double[] coefficients, double freedom) {
    this.coefficients = coefficients;
    this.freedom = freedom;
  }

  /**
   * Fits.
   *
   * @param columns regressors, each at least as long as the response
   * @param penalties relative penalty per column; 0 for none
   */
  static RidgeRegression of(double[][] columns, double[] penalties, double[] response) {
    int k = columns.length;
    int n = response.length;
    double[][] gram = new double[k][k];
    double[] cross = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int t = 0; t < n; t++) {
          sum += columns[i][t] * columns[j][t];
        }
        gram[i][j] = sum;
        gram[j][i] = sum;
      }
      double sum = 0;
      for (int t = 0; t < n; t++) {
        sum += columns[i][t] * response[t];
      }
      cross[i] = sum;
    }
    RidgeRegression best = null;
    double bestScore = Double.POSITIVE_INFINITY;
    for (double strength : STRENGTHS) {
      RidgeRegression fit = solve(gram, cross, penalties, strength, n);
      double left = n - fit.freedom;
      double squares = 0;
      for (int t = 0; t < n; t++) {
        double error = response[t] - fit.at(columns, t);
        squares += error * error;
      }
      double score = left > 1 ? squares / (left * left) : Double.POSITIVE_INFINITY;
      if (best == null || score < bestScore) {
        best = fit;
        bestScore = score;
      }
    }
    return Objects.requireNonNull(best);
  }

  private static RidgeRegression solve(
      double[][] gram, double[] cross, double[] penalties, double strength, int n) {
    int k = cross.length;
    double[] coefficients = cross.clone();
    Cholesky.solve(penalised(gram, penalties, strength, n), coefficients);
    double freedom = 0;
    for (int i = 0; i < k; i++) {
      double[] column = gram[i].clone();
      Cholesky.solve(penalised(gram, penalties, strength, n), column);
      freedom += column[i];
    }
    return new RidgeRegression(coefficients, freedom);
  }

  private static double[][] penalised(double[][] gram, double[] penalties, double strength, int n) {
    double[][] matrix = new double[gram.length][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = gram[i].clone();
      matrix[i][i] += strength * penalties[i] * n + FLOOR * (gram[i][i] + n);
    }
    return matrix;
  }

  /** The fitted value at a row of the columns. */
  double at(double[][] columns, int row) {
    double sum = 0;
    for (int i = 0; i < coefficients.length; i++) {
      sum += coefficients[i] * columns[i][row];
    }
    return sum;
  }

  double coefficient(int column) {
    return coefficients[column];
  }

  /** Effective number of parameters: the trace of the hat matrix. */
  double freedom() {
    return freedom;
  }
}
