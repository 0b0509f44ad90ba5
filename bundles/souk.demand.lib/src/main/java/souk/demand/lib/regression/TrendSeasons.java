package souk.demand.lib.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.RegressorForecaster;
import souk.demand.lib.math.Normal;
import souk.demand.lib.transform.BoxCox;

/**
 * An additive regression: a trend with bends, Fourier terms per season, and regressors known in
 * advance such as holidays and promotions (Harvey and Peters, Journal of Forecasting 9, 1990;
 * Taylor and Letham, American Statistician 72, 2018), with first order autoregressive errors.
 *
 * <p>Where all values are above zero and must not be below, the sum is formed after a Box-Cox
 * transformation, so that no forecast is negative. Bends, seasons and regressors are drawn towards
 * zero by as much as cross-validation asks for. Needs {@value #MINIMUM} observations. Stateless,
 * thread-safe, deterministic.
 */
public final class TrendSeasons implements RegressorForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 8;

  private static final int MOST_BENDS = 20;
  private static final int MOST_WAVES = 8;
  private static final double BENDS_UNTIL = 0.85;
  private static final double LARGEST = 1e6;
  private final int[] further;

  /**
   * @param further seasons beside that of the request, in steps
   */
  public TrendSeasons(int... further) {
    this.further = further.clone();
  }

  /** What a history is made of, in the units of the fit; the first index is the first step. */
  public record Parts(double[] trend, double[] season, double[] regressors, double[] rest) {}

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request, double[][] regressors) {
    int n = history.length;
    Optional<ForecastRefusal> refusal = History.refusal(history, MINIMUM + regressors.length);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (History.isConstant(history)) {
      return History.constant("Regression(constant)", history[0], request);
    }
    double scale = History.scale(history);
    double[] y = History.scaled(history, scale);
    Optional<BoxCox> power =
        request.nonNegative() && History.isPositive(y)
            ? Optional.of(BoxCox.guerrero(y, request.season()))
            : Optional.empty();
    for (int t = 0; t < n && power.isPresent(); t++) {
      y[t] = power.get().apply(y[t]);
    }
    int horizon = request.horizon();
    Design design = new Design(n, n + horizon, seasons(n, request.season()), regressors);
    RidgeRegression fit = RidgeRegression.of(design.columns, design.penalties, y);
    double[] errors = new double[n];
    for (int t = 0; t < n; t++) {
      errors[t] = y[t] - fit.at(design.columns, t);
    }
    double memory = memory(errors);
    double squares = 0;
    for (int t = 1; t < n; t++) {
      double e = errors[t] - memory * errors[t - 1];
      squares += e * e;
    }
    double variance = squares / StrictMath.max(1, n - fit.freedom() - 1);
    double[] mean = new double[horizon];
    double[][] quantiles = new double[request.levels().size()][horizon];
    double carried = errors[n - 1];
    double total = 0;
    double share = 1;
    for (int h = 0; h < horizon; h++) {
      carried *= memory;
      total += share;
      share *= memory * memory;
      double centre = fit.at(design.columns, n + h) + carried;
      double deviation = StrictMath.sqrt(variance * total);
      mean[h] = back(power, centre);
      for (int i = 0; i < quantiles.length; i++) {
        double z = Normal.quantile(request.levels().get(i));
        quantiles[i][h] = back(power, centre + z * deviation);
      }
    }
    String model = "Regression(" + design.columns.length + " terms)";
    return Distributions.rescaled(model, mean, quantiles, scale, request);
  }

  /**
   * Splits a history into what it is made of, without a transformation.
   *
   * @param history at least {@value #MINIMUM} finite values
   * @param season season length, 1 for none
   * @param regressors each as long as the history
   */
  public Parts decompose(double[] history, int season, double[][] regressors) {
    int n = history.length;
    double scale = History.scale(history);
    double[] y = History.scaled(history, scale);
    Design design = new Design(n, n, seasons(n, season), regressors);
    RidgeRegression fit = RidgeRegression.of(design.columns, design.penalties, y);
    Parts parts = new Parts(new double[n], new double[n], new double[n], new double[n]);
    for (int t = 0; t < n; t++) {
      double left = y[t];
      for (int i = 0; i < design.columns.length; i++) {
        double value = fit.coefficient(i) * design.columns[i][t];
        left -= value;
        double[] to =
            i < design.waves ? parts.trend : i < design.known ? parts.season : parts.regressors;
        to[t] += value * scale;
      }
      parts.rest[t] = left * scale;
    }
    return parts;
  }

  private static double back(Optional<BoxCox> power, double value) {
    return power.isPresent() ? StrictMath.min(LARGEST, power.get().invert(value)) : value;
  }

  private static double memory(double[] errors) {
    double product = 0;
    double total = 0;
    for (int t = 0; t < errors.length; t++) {
      total += errors[t] * errors[t];
      product += t > 0 ? errors[t] * errors[t - 1] : 0;
    }
    return total > 0 ? StrictMath.max(0, StrictMath.min(0.95, product / total)) : 0;
  }

  /** Seasons of which the history holds more than two. */
  private List<Integer> seasons(int n, int season) {
    List<Integer> seasons = new ArrayList<>();
    for (int i = -1; i < further.length; i++) {
      int period = i < 0 ? season : further[i];
      if (period > 1 && n > 2 * period && !seasons.contains(period)) {
        seasons.add(period);
      }
    }
    return seasons;
  }

  /** Columns: one, time, bends; waves from {@code waves} on; regressors from {@code known} on. */
  private static final class Design {
    private final double[][] columns;
    private final double[] penalties;
    private final int waves;
    private final int known;

    Design(int n, int length, List<Integer> seasons, double[][] regressors) {
      List<double[]> all = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      int bends = StrictMath.min(MOST_BENDS, n / 8);
      for (int i = 0; i < 2 + bends; i++) {
        double[] column = new double[length];
        double knot = i < 2 ? 0 : BENDS_UNTIL * (i - 1) / (bends + 1);
        for (int t = 0; t < length; t++) {
          column[t] = i == 0 ? 1 : StrictMath.max(0, t / (double) n - knot);
        }
        all.add(column);
        weights.add(i < 2 ? 0.0 : 1e-3);
      }
      waves = all.size();
      for (int season : seasons) {
        int most = StrictMath.min(MOST_WAVES, StrictMath.min(season / 2, n / 6));
        for (int wave = 1; wave <= most; wave++) {
          add(all, weights, length, season, wave);
        }
      }
      known = all.size();
      for (double[] regressor : regressors) {
        all.add(regressor);
        weights.add(1e-6);
      }
      columns = all.toArray(double[][]::new);
      penalties = weights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void add(
        List<double[]> all, List<Double> weights, int length, int season, int wave) {
      double[] sine = new double[length];
      double[] cosine = new double[length];
      for (int t = 0; t < length; t++) {
        double angle = 2 * Math.PI * wave * t / season;
        sine[t] = StrictMath.sin(angle);
        cosine[t] = StrictMath.cos(angle);
      }
      all.add(cosine);
      weights.add(1e-4 * wave);
      if (2 * wave < season) {
        all.add(sine);
        weights.add(1e-4 * wave);
      }
    }
  }
}
