package souk.demand.lib.ets;

/**
 * Smoothing parameters and one state of a model: level, trend, and a season's worth of indices, the
 * next phase first.
 *
 * <p>Mutable workspace of one fit; not thread-safe.
 */
final class EtsState {
  double alpha;
  double beta;
  double gamma;
  double phi = 1;
  double level;
  double trend;
  final double[] season;

  EtsState(int period) {
    this.season = new double[period];
  }

  EtsState copy() {
    EtsState copy = new EtsState(season.length);
    copy.alpha = alpha;
    copy.beta = beta;
    copy.gamma = gamma;
    copy.phi = phi;
    copy.level = level;
    copy.trend = trend;
    System.arraycopy(season, 0, copy.season, 0, season.length);
    return copy;
  }
}
