package souk.demand.lib.ets;

import souk.demand.lib.ets.EtsShape.Season;
import souk.demand.lib.ets.EtsShape.Trend;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.season.ScaledForecaster;

/**
 * Exponential smoothing with a model that is given: simple, Holt's or damped; a season found by the
 * test is taken out before and put back.
 *
 * <p>Stateless, thread-safe, deterministic.
 */
public final class FixedEts extends ScaledForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 5;

  private final EtsShape shape;

  private FixedEts(EtsShape shape) {
    super(shape.title(), MINIMUM, 1);
    this.shape = shape;
  }

  private static FixedEts of(Trend trend) {
    return new FixedEts(new EtsShape(false, trend, Season.NONE));
  }

  /** Simple exponential smoothing (Brown, 1959): a level. */
  public static FixedEts simple() {
    return of(Trend.NONE);
  }

  /** Holt's method (1957): a level and a line. */
  public static FixedEts holt() {
    return of(Trend.ADDITIVE);
  }

  /** A line that levels off (Gardner and McKenzie, Management Science 31, 1985). */
  public static FixedEts damped() {
    return of(Trend.DAMPED);
  }

  @Override
  protected ForecastResult scaled(double[] y, double scale, ForecastRequest request) {
    return EtsDistribution.of(EtsFit.of(y, shape, 1), scale, request);
  }
}
