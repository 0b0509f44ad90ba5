package souk.demand.lib.ets;

import java.util.Objects;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.season.ScaledForecaster;

/**
 * Exponential smoothing that chooses its own model: additive or multiplicative error; no, additive
 * or damped trend; no, additive or multiplicative season; the smallest AICc among the models with
 * finite variance wins (Hyndman, Koehler, Snyder, Grose, International Journal of Forecasting 18,
 * 2002).
 *
 * <p>Models are left out that never forget old observations, or whose relative errors are so large
 * that values below zero would be likely.
 *
 * <p>A trend is damped unless the caller allows undamped ones: a straight line often fits best
 * inside a sample and seldom lasts beyond it (Gardner and McKenzie, Management Science 31, 1985).
 * Multiplicative parts need values above zero. Seasons longer than {@value #LONGEST_SEASON} steps
 * are taken out by classical decomposition, if the test finds one, and put back. Needs {@value
 * #MINIMUM} observations. Stateless, thread-safe; deterministic for a seed.
 */
public final class AutomaticEts extends ScaledForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 4;

  /** Longest season that becomes part of the model. */
  public static final int LONGEST_SEASON = 24;

  private final boolean undampedTrend;

  /** Damped trends only. */
  public AutomaticEts() {
    this(false);
  }

  /**
   * @param undampedTrend whether trends that never level off take part in the choice
   */
  public AutomaticEts(boolean undampedTrend) {
    super("ETS", MINIMUM, LONGEST_SEASON);
    this.undampedTrend = undampedTrend;
  }

  @Override
  protected ForecastResult scaled(double[] y, double scale, ForecastRequest request) {
    return EtsDistribution.of(choose(y, request.season(), undampedTrend), scale, request);
  }

  /**
   * The fit with the smallest AICc.
   *
   * @param y at least {@value #MINIMUM} finite observations, best in units near 1
   * @param season season length, 1 for none
   * @param undampedTrend whether trends that never level off take part
   */
  public static EtsFit choose(double[] y, int season, boolean undampedTrend) {
    boolean positive = History.isPositive(y);
    boolean seasonal = season > 1 && season <= LONGEST_SEASON && y.length > 2 * season;
    EtsFit best = null;
    for (EtsShape shape : EtsShape.candidates(positive, seasonal)) {
      if (shape.trend() == EtsShape.Trend.ADDITIVE && !undampedTrend) {
        continue;
      }
      if (y.length - EtsFit.parameters(shape, season) - 1 < 1 && best != null) {
        continue;
      }
      EtsFit fit = EtsFit.of(y, shape, season);
      if (best == null || (fit.aicc() < best.aicc() && fit.isPlausible())) {
        best = fit;
      }
    }
    return Objects.requireNonNull(best);
  }

  /**
   * Forecast of a given fit.
   *
   * @param scale unit in which the fitted observations were
   */
  public static SeriesForecast forecast(EtsFit fit, double scale, ForecastRequest request) {
    return EtsDistribution.of(fit, scale, request);
  }
}
