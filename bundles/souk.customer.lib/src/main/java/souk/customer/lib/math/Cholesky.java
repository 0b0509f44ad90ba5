package souk.customer.lib.math;

/** Lower triangle L with L·Lᵀ = A, of a symmetric positive definite A. */
public final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Decomposes {@code a} with {@code ridge} added to its diagonal; a pivot is kept above 0. */
  public static Cholesky of(double[][] a, double ridge) {
    int n = a.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j] + (i == j ? ridge : 0);
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? StrictMath.sqrt(Math.max(sum, 1e-10 * (1 + a[i][i]))) : sum / l[j][j];
      }
    }
    return new Cholesky(l);
  }

  /** L⁻¹b. */
  public double[] forward(double[] b) {
    double[] x = b.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /** A⁻¹b. */
  public double[] solve(double[] b) {
    double[] x = forward(b);
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /** Natural logarithm of the determinant of A. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += 2 * StrictMath.log(lower[i][i]);
    }
    return sum;
  }
}
