package souk.demand.lib.combine;

import java.util.ArrayList;
import java.util.List;
import souk.demand.lib.arima.AutomaticArima;
import souk.demand.lib.ces.ComplexSmoothing;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.season.StlAdjusted;
import souk.demand.lib.theta.DynamicOptimisedTheta;
import souk.demand.lib.theta.Theta;

/**
 * The default: automatic exponential smoothing, ARIMA, complex smoothing, dynamic optimised Theta
 * and Theta, the lowest and the highest left out and the rest averaged; after the simple
 * combination of univariate models of Petropoulos and Svetunkov (International Journal of
 * Forecasting 36, 2020).
 *
 * <p>Whether a season of more than {@value #LONGEST_SEASON} steps is there is itself uncertain:
 * every member then forecasts with it (taken out by STL) and without it, and the median counts.
 *
 * <p>Each member chooses its own model inside the history. Members, trimming and median were chosen
 * on the held-out ends of training parts, never on a test part. Stateless, thread-safe;
 * deterministic for a seed.
 */
public final class AutomaticEnsemble implements SeriesForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 4;

  /** Longest season that the members see themselves. */
  public static final int LONGEST_SEASON = 24;

  private static final List<SeriesForecaster> MEMBERS =
      List.of(
          new AutomaticEts(),
          new AutomaticArima(),
          new ComplexSmoothing(),
          new DynamicOptimisedTheta(),
          new Theta());
  private static final SeriesForecaster SHORT = Combination.trimmed(MEMBERS);
  private static final SeriesForecaster LONG = Combination.median(withAndWithoutSeason());

  private static List<SeriesForecaster> withAndWithoutSeason() {
    List<SeriesForecaster> both = new ArrayList<>();
    for (SeriesForecaster member : MEMBERS) {
      both.add((history, request) -> member.forecast(history, request.withSeason(1)));
      both.add(new StlAdjusted(member));
    }
    return both;
  }

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    SeriesForecaster method = request.season() > LONGEST_SEASON ? LONG : SHORT;
    return method.forecast(history, request);
  }
}
