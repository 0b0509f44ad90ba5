package souk.demand.lib.reconcile;

/**
 * The covariance of errors, its correlations drawn towards zero by as much as they are uncertain
 * (Schaefer and Strimmer, Statistical Applications in Genetics and Molecular Biology 4, 2005).
 *
 * <p>Stateless, thread-safe.
 */
final class ShrunkCovariance {
  private ShrunkCovariance() {}

  /**
   * @param errors one row per series, at least 3 errors each
   */
  static double[][] of(double[][] errors) {
    int m = errors.length;
    int n = m == 0 ? 0 : errors[0].length;
    if (n < 3) {
      throw new IllegalArgumentException(
          "A covariance needs at least 3 errors per series, there are %d.".formatted(n));
    }
    double[][] unit = new double[m][n];
    double[] deviation = new double[m];
    for (int i = 0; i < m; i++) {
      double squares = 0;
      for (double e : errors[i]) {
        squares += e * e / n;
      }
      deviation[i] = StrictMath.sqrt(squares);
      for (int t = 0; t < n; t++) {
        unit[i][t] = deviation[i] > 0 ? errors[i][t] / deviation[i] : 0;
      }
    }
    double[][] correlation = new double[m][m];
    double uncertain = 0;
    double squared = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < i; j++) {
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < n; t++) {
          double product = unit[i][t] * unit[j][t];
          sum += product / n;
          squares += product * product / n;
        }
        correlation[i][j] = sum;
        uncertain += (squares - sum * sum) / (n - 1);
        squared += sum * sum;
      }
    }
    double shrink = squared > 0 ? StrictMath.max(0, StrictMath.min(1, uncertain / squared)) : 1;
    double[][] covariance = new double[m][m];
    for (int i = 0; i < m; i++) {
      covariance[i][i] = deviation[i] > 0 ? deviation[i] * deviation[i] : 1e-12;
      for (int j = 0; j < i; j++) {
        double value = (1 - shrink) * correlation[i][j] * deviation[i] * deviation[j];
        covariance[i][j] = value;
        covariance[j][i] = value;
      }
    }
    return covariance;
  }
}
