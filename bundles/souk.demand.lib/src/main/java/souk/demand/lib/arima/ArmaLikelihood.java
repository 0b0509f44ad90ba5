package souk.demand.lib.arima;

import java.util.Arrays;
import souk.demand.lib.math.Residuals;

/**
 * The exact Gaussian likelihood of a seasonal ARMA model with regressors as a sum of squares
 * (Ansley, Biometrika 66, 1979): residuals are whitened, the regression is concentrated out by
 * generalised least squares, and each residual is multiplied by the geometric mean of the standard
 * deviations, so that minimising the sum of squares maximises the likelihood.
 *
 * <p>Arguments are unbounded: ar, ma, seasonal ar, seasonal ma, each block by its partial
 * autocorrelations. Keeps workspace: one instance per thread.
 */
final class ArmaLikelihood implements Residuals {
  private static final double COLLINEAR = 1e-10;

  private final double[] w;
  private final double[][] columns;
  private final double[][] white;
  private final ArmaFilter filter;
  private final double[] phi;
  private final double[] theta;
  private final double[] block;
  private final double[] work;
  private ArimaOrder order;
  private int used;

  /**
   * @param w the differenced series
   * @param columns differenced regressors
   * @param order an order; no other of this search may have longer lags than {@code longest}
   * @param longest longest lag of the search
   */
  ArmaLikelihood(double[] w, double[][] columns, ArimaOrder order, int longest) {
    this.w = w;
    this.columns = columns;
    this.white = new double[columns.length][w.length];
    this.filter = new ArmaFilter(w.length);
    this.phi = new double[longest + 1];
    this.theta = new double[longest + 1];
    this.block = new double[longest + 1];
    this.work = new double[longest + 1];
    this.order = order;
    this.used = columns.length;
  }

  /**
   * Switches to another model.
   *
   * @param regressors how many of the columns take part
   */
  void use(ArimaOrder other, int regressors) {
    this.order = other;
    this.used = regressors;
  }

  @Override
  public double at(double[] u, double[] residuals) {
    if (!prepare(u)) {
      return Double.POSITIVE_INFINITY;
    }
    int n = w.length;
    filter.whiten(w, n, residuals);
    for (int i = 0; i < used; i++) {
      double[] column = white[i];
      filter.whiten(columns[i], n, column);
      double before = dot(column, column);
      for (int j = 0; j < i; j++) {
        reduce(column, white[j]);
      }
      double norm = dot(column, column);
      double factor = norm > COLLINEAR * before ? 1 / StrictMath.sqrt(norm) : 0;
      for (int t = 0; t < n; t++) {
        column[t] *= factor;
      }
      reduce(residuals, column);
    }
    double scale = StrictMath.exp(filter.logDeterminant() / (2.0 * n));
    double sum = 0;
    for (int t = 0; t < n; t++) {
      residuals[t] *= scale;
      sum += residuals[t] * residuals[t];
    }
    return sum;
  }

  /** Sets up coefficients and filter for a point; false outside the stationary region. */
  boolean prepare(double[] u) {
    coefficients(u);
    return filter.prepare(phi, order.arSpan(), theta, order.maSpan());
  }

  private static void reduce(double[] vector, double[] unit) {
    double share = dot(vector, unit);
    for (int t = 0; t < vector.length; t++) {
      vector[t] -= share * unit[t];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }

  /** Expands both products of polynomials. */
  private void coefficients(double[] u) {
    int p = order.p();
    int q = order.q();
    int seasonalP = order.seasonalP();
    expand(u, 0, p, p + q, seasonalP, phi, 1);
    expand(u, p, q, p + q + seasonalP, order.seasonalQ(), theta, -1);
  }

  /** 1 - sum out(i) B^i = (1 - sum a(i) B^i)(1 - sum s(j) B^jm), negated for moving averages. */
  private void expand(
      double[] u, int from, int count, int seasonFrom, int seasonCount, double[] out, int sign) {
    int season = order.season();
    int span = count + seasonCount * season;
    Arrays.fill(out, 0, span, 0);
    Autoregression.coefficients(u, from, count, out, work);
    Autoregression.coefficients(u, seasonFrom, seasonCount, block, work);
    System.arraycopy(out, 0, work, 0, count);
    for (int j = 1; j <= seasonCount; j++) {
      double s = block[j - 1];
      for (int i = 1; i <= count; i++) {
        out[j * season + i - 1] -= s * work[i - 1];
      }
      out[j * season - 1] += s;
    }
    if (sign < 0) {
      for (int i = 0; i < span; i++) {
        out[i] = -out[i];
      }
    }
  }

  /** Whether all roots of both polynomials lie beyond the circle of the given radius. */
  boolean hasRootsBeyond(double[] u, double radius) {
    coefficients(u);
    double[] negated = theta.clone();
    for (int i = 0; i < order.maSpan(); i++) {
      negated[i] = -theta[i];
    }
    return Autoregression.hasRootsBeyond(phi, order.arSpan(), radius)
        && Autoregression.hasRootsBeyond(negated, order.maSpan(), radius);
  }

  /** Autoregressive coefficients of the last point. */
  double[] phi() {
    return Arrays.copyOf(phi, order.arSpan());
  }

  /** Moving average coefficients of the last point. */
  double[] theta() {
    return Arrays.copyOf(theta, order.maSpan());
  }

  ArmaFilter filter() {
    return filter;
  }
}
