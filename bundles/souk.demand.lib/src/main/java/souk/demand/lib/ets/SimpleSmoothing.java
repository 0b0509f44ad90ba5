package souk.demand.lib.ets;

import souk.demand.lib.ets.EtsShape.Season;
import souk.demand.lib.ets.EtsShape.Trend;

/**
 * Simple exponential smoothing, ETS(A,N,N), for methods that build on it.
 *
 * <p>Stateless and thread-safe.
 */
public final class SimpleSmoothing {
  private static final EtsShape SHAPE = new EtsShape(false, Trend.NONE, Season.NONE);

  private SimpleSmoothing() {}

  /** Fits level and alpha by maximum likelihood; observations in units near 1. */
  public static EtsFit fit(double[] y) {
    return EtsFit.of(y, SHAPE, 1);
  }

  /** The level after the last observation. */
  public static double level(EtsFit fit) {
    return fit.state().level;
  }
}
