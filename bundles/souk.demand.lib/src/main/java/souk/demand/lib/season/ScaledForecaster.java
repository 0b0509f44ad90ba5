package souk.demand.lib.season;

import java.util.Optional;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * What methods have in common that compute in units of the history's size: they refuse what is too
 * short or not finite, repeat a constant, and have a season taken out, if the test finds one, that
 * is longer than they can model. Stateless, thread-safe if the method is.
 */
public abstract class ScaledForecaster implements SeriesForecaster {
  private final String title;
  private final int minimum;
  private final int longestSeason;

  /**
   * @param title of the method, for the answer to constant histories
   * @param minimum fewest observations
   * @param longestSeason longest season that the method models itself, 1 for none
   */
  protected ScaledForecaster(String title, int minimum, int longestSeason) {
    this.title = title;
    this.minimum = minimum;
    this.longestSeason = longestSeason;
  }

  @Override
  public final ForecastResult forecast(double[] history, ForecastRequest request) {
    Optional<ForecastRefusal> refusal = History.refusal(history, minimum);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (History.isConstant(history)) {
      return History.constant(title + "(constant)", history[0], request);
    }
    if (request.season() > longestSeason) {
      return new Deseasonalized(this).forecast(history, request);
    }
    double scale = History.scale(history);
    return scaled(History.scaled(history, scale), scale, request);
  }

  /**
   * Forecasts a history that passed the checks.
   *
   * @param y the history in units of the scale, a copy
   * @param request with a season that the method models
   */
  protected abstract ForecastResult scaled(double[] y, double scale, ForecastRequest request);
}
