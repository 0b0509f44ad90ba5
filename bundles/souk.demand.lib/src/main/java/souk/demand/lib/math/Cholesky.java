package souk.demand.lib.math;

/**
 * Solves equations with a symmetric positive definite matrix by its triangular factor.
 *
 * <p>Stateless, thread-safe, deterministic.
 */
public final class Cholesky {
  private Cholesky() {}

  /**
   * Solves matrix x = right.
   *
   * @param matrix its lower half is read and overwritten by the factor
   * @param right overwritten by the solution
   * @throws ArithmeticException if the matrix is not positive definite
   */
  public static void solve(double[][] matrix, double[] right) {
    int n = right.length;
    for (int i = 0; i < n; i++) {
      double[] row = matrix[i];
      for (int j = 0; j <= i; j++) {
        double[] other = matrix[j];
        double sum = row[j];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * other[k];
        }
        if (i == j) {
          if (!(sum > 0)) {
            throw new ArithmeticException(
                "Pivot %d of the matrix is %s.%nMaybe two rows say the same."
                    .formatted(i + 1, sum));
          }
          row[i] = StrictMath.sqrt(sum);
        } else {
          row[j] = sum / other[j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      double sum = right[i];
      for (int k = 0; k < i; k++) {
        sum -= matrix[i][k] * right[k];
      }
      right[i] = sum / matrix[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = right[i];
      for (int k = i + 1; k < n; k++) {
        sum -= matrix[k][i] * right[k];
      }
      right[i] = sum / matrix[i][i];
    }
  }
}
