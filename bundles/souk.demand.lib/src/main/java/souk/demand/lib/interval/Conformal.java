package souk.demand.lib.interval;

import java.util.Arrays;
import java.util.List;
import souk.demand.lib.backtest.RollingOrigins;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * A method whose quantiles are corrected by what they missed in the past: at rolling origins inside
 * the history each quantile is moved by the conformal quantile of its {@link PastMisses}.
 *
 * <p>The mean stays. Fewer than {@value PastMisses#FEWEST} judged steps leave the quantiles as they
 * are. Stateless if the method is, thread-safe; takes as many more fits as there are origins.
 */
public final class Conformal implements SeriesForecaster {
  private final SeriesForecaster method;
  private final int origins;
  private final int minimumTraining;

  /**
   * @param origins how often the method is fitted again inside the history, at least 1
   * @param minimumTraining fewest observations before an origin
   */
  public Conformal(SeriesForecaster method, int origins, int minimumTraining) {
    this.method = method;
    this.origins = origins;
    this.minimumTraining = minimumTraining;
  }

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    ForecastResult result = method.forecast(history, request);
    List<Double> levels = request.levels();
    if (levels.size() < 2 || !(result instanceof SeriesForecast plain)) {
      return result;
    }
    int horizon = request.horizon();
    int step = StrictMath.max(1, horizon / 2);
    PastMisses misses = new PastMisses(levels.size());
    for (int cut :
        new RollingOrigins(origins, horizon, step, minimumTraining).cuts(history.length)) {
      if (method.forecast(Arrays.copyOf(history, cut), request) instanceof SeriesForecast past) {
        misses.add(past, Arrays.copyOfRange(history, cut, cut + horizon));
      }
    }
    return misses.judged() < PastMisses.FEWEST
        ? plain
        : PastMisses.moved(plain, misses.moves(levels), request);
  }
}
