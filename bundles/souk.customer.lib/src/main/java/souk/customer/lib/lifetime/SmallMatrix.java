package souk.customer.lib.lifetime;

import org.jspecify.annotations.Nullable;

/** Linear algebra of a handful of rows. */
final class SmallMatrix {
  private SmallMatrix() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Lower triangle of the Cholesky factor, or null if the matrix is not positive definite. */
  static double @Nullable [][] cholesky(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (i == j) {
          if (!(sum > 0) || Double.isInfinite(sum)) {
            return null;
          }
          lower[i][i] = Math.sqrt(sum);
        } else {
          lower[i][j] = sum / lower[j][j];
        }
      }
    }
    return lower;
  }

  /** The solution for a positive definite matrix, or null if it is none. */
  static double @Nullable [] solve(double[][] matrix, double[] right) {
    double[][] lower = cholesky(matrix);
    if (lower == null) {
      return null;
    }
    int n = right.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  static double @Nullable [][] inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      double[] column = solve(matrix, unit);
      if (column == null) {
        return null;
      }
      inverse[i] = column;
    }
    return inverse;
  }
}
