package souk.demand.lib.combine;

import java.util.ArrayList;
import java.util.List;
import souk.demand.lib.arima.AutomaticArima;
import souk.demand.lib.ces.ComplexSmoothing;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.intermittent.IntermittentDemand;
import souk.demand.lib.intermittent.IntermittentDemand.Method;
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
 * <p>A history with zeros and nothing below is demand in pieces: smoothed size times smoothed
 * probability (Teunter, Syntetos, Babai) with {@value #SLOW}, {@value
 * IntermittentDemand#USUAL_ALPHA} and {@value #QUICK} takes part beside the five.
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
  private static final double SLOW = 0.05;
  private static final double QUICK = 0.2;

  private static final SeriesForecaster SHORT = Combination.trimmed(MEMBERS);
  private static final SeriesForecaster PIECES = Combination.trimmed(withIntermittent());
  private static final SeriesForecaster LONG = Combination.median(withAndWithoutSeason());

  private static List<SeriesForecaster> withIntermittent() {
    List<SeriesForecaster> all = new ArrayList<>(MEMBERS);
    for (double alpha : new double[] {SLOW, IntermittentDemand.USUAL_ALPHA, QUICK}) {
      all.add(new IntermittentDemand(Method.TSB, alpha));
    }
    return all;
  }

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
    if (request.season() > LONGEST_SEASON) {
      if (StlAdjusted.isLongEnough(history.length, request.season())) {
        return LONG.forecast(history, request);
      }
      return forecast(history, request.withSeason(1));
    }
    return (isInPieces(history) ? PIECES : SHORT).forecast(history, request);
  }

  /** At least one zero and nothing below. */
  private static boolean isInPieces(double[] history) {
    double least = 1;
    for (double value : history) {
      least = StrictMath.min(least, value);
    }
    return least == 0;
  }
}
