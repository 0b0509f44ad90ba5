package souk.demand.lib.intermittent;

import java.util.Arrays;
import java.util.Optional;
import souk.demand.lib.ets.EtsFit;
import souk.demand.lib.ets.SimpleSmoothing;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * Methods for demand with many zeros. All of them forecast a constant rate per step; quantiles come
 * from a mixture: nothing is asked for with probability 1 - p, otherwise one of the sizes seen,
 * scaled so that the mixture's mean is the rate.
 *
 * <p>Values must not be below zero. Stateless, thread-safe, deterministic.
 */
public final class IntermittentDemand implements SeriesForecaster {
  /** Which method. */
  public enum Method {
    /** Smoothed size over smoothed interval (Croston, Operational Research Quarterly 23, 1972). */
    CROSTON("Croston"),
    /**
     * Croston times 1 - alpha / 2, without its bias (Syntetos and Boylan, International Journal of
     * Forecasting 21, 2005).
     */
    SBA("SBA"),
    /**
     * Smoothed size times smoothed probability, which falls while nothing is sold (Teunter,
     * Syntetos, Babai, European Journal of Operational Research 214, 2011).
     */
    TSB("TSB"),
    /**
     * Simple smoothing of sums over the mean interval (Nikolopoulos and others, Journal of the
     * Operational Research Society 62, 2011).
     */
    ADIDA("ADIDA"),
    /**
     * The mean of simple smoothing at all aggregations up to the mean interval (Petropoulos and
     * Kourentzes, Journal of the Operational Research Society 66, 2015).
     */
    IMAPA("IMAPA");

    private final String title;

    Method(String title) {
      this.title = title;
    }
  }

  /** Usual smoothing parameter. */
  public static final double USUAL_ALPHA = 0.1;

  private final Method method;
  private final double alpha;

  /** With the usual smoothing parameter. */
  public IntermittentDemand(Method method) {
    this(method, USUAL_ALPHA);
  }

  /**
   * @param alpha smoothing parameter of Croston, SBA and TSB, in (0, 1]
   */
  public IntermittentDemand(Method method, double alpha) {
    if (!(alpha > 0 && alpha <= 1)) {
      throw new IllegalArgumentException(
          "The smoothing parameter (%s) must lie in (0, 1].".formatted(alpha));
    }
    this.method = method;
    this.alpha = alpha;
  }

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    Optional<ForecastRefusal> refusal = History.refusal(history, 1);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    for (int t = 0; t < history.length; t++) {
      if (history[t] < 0) {
        return new ForecastRefusal(
            "values of at least 0",
            history[t] + " at position " + (t + 1) + " of " + history.length);
      }
    }
    double scale = History.scale(history);
    double[] y = History.scaled(history, scale);
    double[] sizes = Arrays.stream(y).filter(value -> value > 0).sorted().toArray();
    if (sizes.length == 0) {
      return History.constant(method.title + "(never sold)", 0, request);
    }
    double chance = method == Method.TSB ? probability(y) : sizes.length / (double) y.length;
    return mixture(rate(y, sizes.length), chance, sizes, scale, request);
  }

  private double rate(double[] y, int sales) {
    return switch (method) {
      case CROSTON -> croston(y);
      case SBA -> croston(y) * (1 - alpha / 2);
      case TSB -> teunter(y);
      case ADIDA -> aggregated(y, interval(y, sales));
      case IMAPA -> {
        int most = interval(y, sales);
        double sum = 0;
        for (int size = 1; size <= most; size++) {
          sum += aggregated(y, size);
        }
        yield sum / most;
      }
    };
  }

  /** Mean distance between sales, at least 1, such that two sums remain. */
  private static int interval(double[] y, int sales) {
    int mean = (int) StrictMath.round(y.length / (double) sales);
    return StrictMath.max(1, StrictMath.min(mean, y.length / 2));
  }

  private double croston(double[] y) {
    double size = 0;
    double interval = 0;
    int since = 1;
    for (double value : y) {
      if (value > 0) {
        boolean first = interval == 0;
        size = first ? value : size + alpha * (value - size);
        interval = first ? since : interval + alpha * (since - interval);
        since = 1;
      } else {
        since++;
      }
    }
    return size / interval;
  }

  private double teunter(double[] y) {
    double size = 0;
    for (double value : y) {
      if (value > 0) {
        size = size == 0 ? value : size + alpha * (value - size);
      }
    }
    return size * probability(y);
  }

  /** Smoothed probability of a sale, from the overall share on. */
  private double probability(double[] y) {
    double share = 0;
    for (double value : y) {
      share += value > 0 ? 1.0 / y.length : 0;
    }
    for (double value : y) {
      share += alpha * ((value > 0 ? 1 : 0) - share);
    }
    return share;
  }

  /** Simple smoothing of sums over so many steps, the oldest incomplete one dropped. */
  private static double aggregated(double[] y, int size) {
    double[] sums = new double[y.length / size];
    int from = y.length - sums.length * size;
    for (int t = from; t < y.length; t++) {
      sums[(t - from) / size] += y[t];
    }
    if (sums.length < 3 || History.isConstant(sums)) {
      return Arrays.stream(sums).average().orElse(0) / size;
    }
    EtsFit fit = SimpleSmoothing.fit(sums);
    return StrictMath.max(0, SimpleSmoothing.level(fit)) / size;
  }

  private SeriesForecast mixture(
      double rate, double probability, double[] sizes, double scale, ForecastRequest request) {
    double average = Arrays.stream(sizes).average().orElse(1);
    double chance = StrictMath.max(1e-6, StrictMath.min(1, probability));
    double stretch = rate / (chance * average);
    double[] mean = new double[request.horizon()];
    Arrays.fill(mean, rate);
    double[][] quantiles = new double[request.levels().size()][request.horizon()];
    for (int i = 0; i < quantiles.length; i++) {
      double inside = (request.levels().get(i) - (1 - chance)) / chance;
      Arrays.fill(quantiles[i], inside <= 0 ? 0 : stretch * Distributions.quantile(sizes, inside));
    }
    return Distributions.rescaled(method.title, mean, quantiles, scale, request);
  }
}
