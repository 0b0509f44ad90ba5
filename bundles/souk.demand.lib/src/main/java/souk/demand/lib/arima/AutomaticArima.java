package souk.demand.lib.arima;

import java.util.Arrays;
import java.util.Optional;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.RegressorForecaster;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.season.Deseasonalized;

/**
 * ARIMA that chooses its own orders: differences by tests, the rest by a stepwise search for the
 * smallest AICc (Hyndman and Khandakar, 2008), by exact maximum likelihood throughout.
 *
 * <p>Regressors known in advance enter as a regression with ARIMA errors. Seasons longer than
 * {@value #LONGEST_SEASON} steps are taken out by classical decomposition, if the test finds one,
 * and put back; with regressors they are left to these. Needs {@value #MINIMUM} observations.
 * Stateless, thread-safe, deterministic.
 */
public final class AutomaticArima implements RegressorForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 6;

  /** Longest season that becomes part of the model. */
  public static final int LONGEST_SEASON = 24;

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request, double[][] regressors) {
    int n = history.length;
    Optional<ForecastRefusal> refusal = History.refusal(history, MINIMUM + regressors.length);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (History.isConstant(history)) {
      return History.constant("ARIMA(constant)", history[0], request);
    }
    if (request.season() > LONGEST_SEASON && regressors.length == 0) {
      return new Deseasonalized(this).forecast(history, request);
    }
    double scale = History.scale(history);
    double[] y = History.scaled(history, scale);
    double[][] columns = Arrays.copyOf(regressors, regressors.length + 1);
    ArimaFit fit = choose(y, request.season(), heads(regressors, n));
    columns[regressors.length] = constant(fit.order(), n + request.horizon(), n);
    return forecast(fit, y, scale, request, columns);
  }

  /**
   * Forecast of a given fit without regressors.
   *
   * @param y the fitted observations
   * @param scale unit in which they are
   */
  public static SeriesForecast forecast(
      ArimaFit fit, double[] y, double scale, ForecastRequest request) {
    double[] constant = constant(fit.order(), y.length + request.horizon(), y.length);
    return forecast(fit, y, scale, request, new double[][] {constant});
  }

  private static SeriesForecast forecast(
      ArimaFit fit, double[] y, double scale, ForecastRequest request, double[][] columns) {
    double[] mean = new double[request.horizon()];
    double[] deviation = new double[request.horizon()];
    fit.predict(y, columns, mean, deviation);
    return Distributions.normal(fit.order().title(), mean, deviation, scale, request);
  }

  private static double[][] heads(double[][] regressors, int n) {
    double[][] heads = new double[regressors.length][];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = Arrays.copyOf(regressors[i], n);
    }
    return heads;
  }

  /**
   * The model with the smallest AICc.
   *
   * @param y at least {@value #MINIMUM} finite observations, best in units near 1
   * @param season season length, 1 for none
   * @param regressors at the observations
   */
  public static ArimaFit choose(double[] y, int season, double[][] regressors) {
    int n = y.length;
    int period = season <= LONGEST_SEASON && n > 2 * season + 1 ? season : 1;
    int seasonalD = Differences.isStronglySeasonal(y, period) ? 1 : 0;
    double[] left = seasonalD == 1 ? Differences.lagged(y, period) : y;
    int d =
        StrictMath.min(Differences.ordinary(left), StrictMath.max(0, left.length - MINIMUM + 2));
    ArimaOrder plain = new ArimaOrder(0, d, 0, 0, seasonalD, 0, period, false);
    double[][] columns = Arrays.copyOf(regressors, regressors.length + 1);
    columns[regressors.length] = constant(plain, n, n);
    return new ArimaSearch(y, columns, plain).run();
  }

  /**
   * The fit of a given model.
   *
   * @param y finite observations, best in units near 1
   * @param regressors at the observations
   */
  public static ArimaFit fit(double[] y, ArimaOrder order, double[][] regressors) {
    double[][] columns = Arrays.copyOf(regressors, regressors.length + 1);
    columns[regressors.length] = constant(order, y.length, y.length);
    ArimaOrder plain = order.with(0, 0, 0, 0, false);
    return new ArimaSearch(y, columns, plain).fit(order);
  }

  /** Ones without a difference, the time in units of the observed span with one. */
  private static double[] constant(ArimaOrder order, int length, int observed) {
    double[] column = new double[length];
    for (int t = 0; t < length; t++) {
      column[t] = order.d() + order.seasonalD() == 0 ? 1 : (t + 1.0) / observed;
    }
    return column;
  }
}
