package souk.demand.lib.arima;

/**
 * The map between partial autocorrelations and the coefficients of a stable autoregression
 * (Barndorff-Nielsen and Schou, 1973; used for estimation by Jones, Technometrics 22, 1980).
 *
 * <p>Stateless, thread-safe.
 */
final class Autoregression {
  private Autoregression() {}

  /**
   * Coefficients of a stable autoregression from unbounded arguments: r = u / sqrt(1 + u^2) are the
   * partial autocorrelations, the Durbin-Levinson recursion steps up.
   *
   * @param u arguments, {@code order} of them from {@code from} on
   * @param to filled from 0 on
   * @param work as long as {@code to}
   */
  static void coefficients(double[] u, int from, int order, double[] to, double[] work) {
    for (int k = 0; k < order; k++) {
      double x = u[from + k];
      double r = x / StrictMath.sqrt(1 + x * x);
      for (int i = 0; i < k; i++) {
        work[i] = to[i] - r * to[k - 1 - i];
      }
      System.arraycopy(work, 0, to, 0, k);
      to[k] = r;
    }
  }

  /**
   * Partial autocorrelations of an autoregression by stepping down.
   *
   * @return whether all of them lie inside (-1, 1), that is, whether it is stationary
   */
  static boolean partials(double[] coefficients, int order, double[] to, double[] work) {
    double[] a = work;
    System.arraycopy(coefficients, 0, a, 0, order);
    for (int k = order - 1; k >= 0; k--) {
      double r = a[k];
      to[k] = r;
      double rest = 1 - r * r;
      if (!(rest > 0)) {
        return false;
      }
      for (int i = 0, j = k - 1; i <= j; i++, j--) {
        double low = (a[i] + r * a[j]) / rest;
        double high = (a[j] + r * a[i]) / rest;
        a[i] = low;
        a[j] = high;
      }
    }
    return true;
  }

  /** Whether all roots of 1 - sum a(i) z^i lie outside the circle of the given radius. */
  static boolean hasRootsBeyond(double[] coefficients, int order, double radius) {
    double[] scaled = new double[order];
    double power = 1;
    for (int i = 0; i < order; i++) {
      power *= radius;
      scaled[i] = coefficients[i] * power;
    }
    return partials(scaled, order, new double[order], new double[order]);
  }
}
