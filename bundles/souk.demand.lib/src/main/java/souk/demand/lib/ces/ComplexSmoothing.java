package souk.demand.lib.ces;

import java.util.Objects;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.season.ScaledForecaster;

/**
 * Complex exponential smoothing (Svetunkov, Kourentzes, Ord, Naval Research Logistics 69, 2022):
 * level and information potential smoothed by one complex parameter, so that level and trend need
 * not be told apart. Without a season, with an additive one, or with a second complex one a season
 * apart; the smallest AICc wins.
 *
 * <p>Needs {@value #MINIMUM} observations; seasons need two whole ones and more. Stateless,
 * thread-safe, deterministic.
 */
public final class ComplexSmoothing extends ScaledForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 6;

  /** Longest season that becomes part of the model; longer ones are taken out before. */
  public static final int LONGEST_SEASON = 24;

  public ComplexSmoothing() {
    super("CES", MINIMUM, LONGEST_SEASON);
  }

  @Override
  protected ForecastResult scaled(double[] y, double scale, ForecastRequest request) {
    int season = y.length > 2 * request.season() + 1 ? request.season() : 1;
    CesModel best = null;
    for (CesModel.Season kind : CesModel.Season.values()) {
      if (kind == CesModel.Season.NONE || season > 1) {
        CesModel model = new CesModel(y, kind, season);
        model.fit();
        if (best == null || model.aicc() < best.aicc()) {
          best = model;
        }
      }
    }
    double[] mean = new double[request.horizon()];
    double[] deviation = new double[request.horizon()];
    Objects.requireNonNull(best).predict(mean, deviation);
    return Distributions.normal(best.title(), mean, deviation, scale, request);
  }
}
