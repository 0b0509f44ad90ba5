package souk.demand.lib.ets;

import java.util.Optional;
import souk.demand.lib.ets.EtsShape.Season;
import souk.demand.lib.ets.EtsShape.Trend;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.season.Deseasonalized;

/**
 * Exponential smoothing with a model that is given: simple, Holt's or damped; a season found by the
 * test is taken out before and put back.
 *
 * <p>Stateless, thread-safe, deterministic.
 */
public final class FixedEts implements SeriesForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 5;

  private final Deseasonalized method;

  private FixedEts(Trend trend) {
    EtsShape shape = new EtsShape(false, trend, Season.NONE);
    this.method = new Deseasonalized((history, request) -> plain(history, request, shape));
  }

  /** Simple exponential smoothing (Brown, 1959): a level. */
  public static FixedEts simple() {
    return new FixedEts(Trend.NONE);
  }

  /** Holt's method (1957): a level and a line. */
  public static FixedEts holt() {
    return new FixedEts(Trend.ADDITIVE);
  }

  /** A line that levels off (Gardner and McKenzie, Management Science 31, 1985). */
  public static FixedEts damped() {
    return new FixedEts(Trend.DAMPED);
  }

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    return method.forecast(history, request);
  }

  private static ForecastResult plain(double[] history, ForecastRequest request, EtsShape shape) {
    Optional<ForecastRefusal> refusal = History.refusal(history, MINIMUM);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (History.isConstant(history)) {
      return History.constant(shape.title(), history[0], request);
    }
    double scale = History.scale(history);
    EtsFit fit = EtsFit.of(History.scaled(history, scale), shape, 1);
    return EtsDistribution.of(fit, scale, request);
  }
}
