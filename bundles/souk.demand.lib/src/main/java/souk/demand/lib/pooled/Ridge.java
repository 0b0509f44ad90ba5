package souk.demand.lib.pooled;

import java.util.Arrays;

/** Small ridge regressions from moments. Stateless. */
final class Ridge {
  private Ridge() {}

  /**
   * Slopes drawn towards a centre.
   *
   * @param moments lower triangle of x'x row by row in a square, then x'y
   * @param strength of the draw, in the units of x'x
   */
  static double[] solve(double[] moments, double[] centre, double strength) {
    double[] same = new double[centre.length];
    Arrays.fill(same, strength);
    return solve(moments, centre, same);
  }

  /**
   * Slopes drawn towards a centre.
   *
   * @param moments lower triangle of x'x row by row in a square, then x'y
   * @param strength of the draw per slope, in the units of x'x
   */
  static double[] solve(double[] moments, double[] centre, double[] strength) {
    int n = centre.length;
    double[][] a = new double[n][n];
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      b[i] = moments[n * n + i];
      for (int j = 0; j < n; j++) {
        a[i][j] = moments[Math.max(i, j) * n + Math.min(i, j)];
        b[i] -= a[i][j] * centre[j];
      }
      a[i][i] += strength[i];
    }
    double[] step = cholesky(a, b);
    for (int i = 0; i < n; i++) {
      step[i] += centre[i];
    }
    return step;
  }

  private static double[] cholesky(double[][] a, double[] b) {
    int n = b.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? StrictMath.sqrt(Math.max(sum, 1e-12)) : sum / a[j][j];
      }
    }
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= a[i][k] * x[k];
      }
      x[i] /= a[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= a[k][i] * x[k];
      }
      x[i] /= a[i][i];
    }
    return x;
  }
}
