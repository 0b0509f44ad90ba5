package souk.demand.lib.arima;

import java.util.Arrays;
import souk.demand.lib.math.LeastSquares;
import souk.demand.lib.math.LevenbergMarquardt;

/**
 * A seasonal ARIMA model with regressors, fitted by exact maximum likelihood.
 *
 * <p>Immutable; thread-safe.
 */
public final class ArimaFit {
  private static final double SMALLEST_SUM = 1e-20;

  private final ArimaOrder order;
  private final double[] arguments;
  private final double[] phi;
  private final double[] theta;
  private final double[] beta;
  private final double variance;
  private final double logLikelihood;
  private final double aicc;

  private ArimaFit(
      ArimaOrder order,
      double[] arguments,
      double[] phi,
      double[] theta,
      double[] beta,
      double sum,
      double concentrated,
      int n) {
    this.order = order;
    this.arguments = arguments;
    this.phi = phi;
    this.theta = theta;
    this.beta = beta;
    int k = order.coefficients() + beta.length + 1;
    this.variance = sum / StrictMath.max(1, n - k + 1);
    this.logLikelihood =
        -0.5
            * n
            * (StrictMath.log(2 * Math.PI * StrictMath.max(concentrated, SMALLEST_SUM) / n) + 1);
    int left = n - k - 1;
    this.aicc =
        left > 0
            ? -2 * logLikelihood + 2.0 * k + 2.0 * k * (k + 1) / left
            : Double.POSITIVE_INFINITY;
  }

  /**
   * Maximises the likelihood.
   *
   * @param start first arguments; not changed
   * @param search with workspace for so many arguments and residuals
   */
  static ArimaFit of(
      ArmaLikelihood likelihood,
      double[] w,
      double[][] columns,
      ArimaOrder order,
      int regressors,
      double[] start,
      LevenbergMarquardt search) {
    likelihood.use(order, regressors);
    double[] u = Arrays.copyOf(start, order.coefficients());
    double concentrated = search.minimize(likelihood, u, u.length);
    double[] beta = new double[regressors];
    if (!Double.isFinite(concentrated) || !likelihood.prepare(u)) {
      return new ArimaFit(order, u, new double[0], new double[0], beta, Double.NaN, Double.NaN, 0);
    }
    int n = w.length;
    double[][] white = new double[regressors][n];
    double[] response = new double[n];
    likelihood.filter().whiten(w, n, response);
    for (int i = 0; i < regressors; i++) {
      likelihood.filter().whiten(columns[i], n, white[i]);
    }
    LeastSquares regression = new LeastSquares(white, response);
    for (int i = 0; i < regressors; i++) {
      beta[i] = regression.coefficient(i);
    }
    return new ArimaFit(
        order,
        u,
        likelihood.phi(),
        likelihood.theta(),
        beta,
        regression.residualSum(),
        concentrated,
        n);
  }

  /** Which model. */
  public ArimaOrder order() {
    return order;
  }

  /** Akaike's criterion, corrected for small samples; infinite if the model could not be fitted. */
  public double aicc() {
    return Double.isNaN(aicc) ? Double.POSITIVE_INFINITY : aicc;
  }

  /** Logarithm of the exact likelihood of the differenced series. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** Variance of the one step errors. */
  public double variance() {
    return variance;
  }

  /** Autoregressive coefficients of the expanded polynomial, lag 1 first. */
  public double[] phi() {
    return phi.clone();
  }

  /** Moving average coefficients of the expanded polynomial, lag 1 first. */
  public double[] theta() {
    return theta.clone();
  }

  /** Coefficients of the constant, if any, and of the regressors. */
  public double[] beta() {
    return beta.clone();
  }

  double[] arguments() {
    return arguments;
  }

  /**
   * Means and standard deviations of the steps ahead.
   *
   * @param y the series
   * @param columns regressors (the constant first), each as long as the series and the horizon
   * @param mean filled, one value per step
   * @param deviation filled, one value per step
   */
  void predict(double[] y, double[][] columns, double[] mean, double[] deviation) {
    int n = y.length;
    int horizon = mean.length;
    double[] noise = new double[n + horizon];
    for (int t = 0; t < n; t++) {
      noise[t] = y[t] - regression(columns, t);
    }
    int lost = order.lost();
    double[] stationary =
        Arrays.copyOf(Differences.of(Arrays.copyOf(noise, n), order), n - lost + horizon);
    ArmaFilter filter = new ArmaFilter(n - lost + horizon);
    filter.prepare(phi, phi.length, theta, theta.length);
    filter.extend(stationary, n - lost, horizon);
    double[] undoing = Differences.undoing(order);
    for (int h = 0; h < horizon; h++) {
      double value = stationary[n - lost + h];
      for (int i = 0; i < undoing.length; i++) {
        value += undoing[i] * noise[n + h - 1 - i];
      }
      noise[n + h] = value;
      mean[h] = value + regression(columns, n + h);
    }
    deviations(filter, n - lost, undoing, deviation);
  }

  private double regression(double[][] columns, int t) {
    double sum = 0;
    for (int i = 0; i < beta.length; i++) {
      sum += beta[i] * columns[i][t];
    }
    return sum;
  }

  /** Impulse responses: of the stationary part first, then of its undone differences. */
  private void deviations(ArmaFilter filter, int n, double[] undoing, double[] deviation) {
    int horizon = deviation.length;
    double[] plain = new double[horizon];
    double[] full = new double[horizon];
    double sum = 0;
    double first = filter.variance(n);
    for (int h = 0; h < horizon; h++) {
      double value = h == 0 ? 1 : h <= theta.length ? theta[h - 1] : 0;
      for (int i = 0; i < phi.length && i < h; i++) {
        value += phi[i] * plain[h - 1 - i];
      }
      plain[h] = value;
      for (int i = 0; i < undoing.length && i < h; i++) {
        value += undoing[i] * full[h - 1 - i];
      }
      full[h] = value;
      sum += value * value;
      deviation[h] = StrictMath.sqrt(StrictMath.max(0, variance) * first * sum);
    }
  }
}
