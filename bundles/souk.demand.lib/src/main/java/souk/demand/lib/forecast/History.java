package souk.demand.lib.forecast;

import java.util.Arrays;
import java.util.Optional;

/**
 * Checks and scales a history before any method sees it.
 *
 * <p>Stateless and thread-safe.
 */
public final class History {
  /** Largest magnitude that is accepted; beyond it sums of squares leave the range of double. */
  public static final double LARGEST = 1e150;

  private History() {}

  /** A refusal if the history is too short, holds NaN or infinities, or is beyond all measure. */
  public static Optional<ForecastRefusal> refusal(double[] history, int minimum) {
    if (history.length < minimum) {
      return Optional.of(
          new ForecastRefusal(
              "at least " + minimum + " observations", String.valueOf(history.length)));
    }
    for (int i = 0; i < history.length; i++) {
      if (!(StrictMath.abs(history[i]) <= LARGEST)) {
        return Optional.of(
            new ForecastRefusal(
                "finite values of magnitude up to " + LARGEST,
                history[i] + " at position " + (i + 1) + " of " + history.length));
      }
    }
    return Optional.empty();
  }

  /** Whether all values are the same. */
  public static boolean isConstant(double[] history) {
    for (double value : history) {
      if (value != history[0]) {
        return false;
      }
    }
    return true;
  }

  /** Whether all values are above zero. */
  public static boolean isPositive(double[] history) {
    for (double value : history) {
      if (!(value > 0)) {
        return false;
      }
    }
    return true;
  }

  /** Mean magnitude, the unit in which methods compute; 1 if all values are zero. */
  public static double scale(double[] history) {
    double sum = 0;
    for (double value : history) {
      sum += StrictMath.abs(value) / history.length;
    }
    return sum > 1e-290 ? sum : 1;
  }

  /** The history divided by a scale, as a new array. */
  public static double[] scaled(double[] history, double scale) {
    double[] copy = history.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] /= scale;
    }
    return copy;
  }

  /** The answer for a constant history: that constant, at every level. */
  public static SeriesForecast constant(String model, double value, ForecastRequest request) {
    double answer = request.nonNegative() ? StrictMath.max(0, value) : value;
    double[] mean = new double[request.horizon()];
    Arrays.fill(mean, answer);
    double[][] quantiles = new double[request.levels().size()][];
    Arrays.fill(quantiles, mean);
    return new SeriesForecast(model, mean, request.levels(), quantiles);
  }
}
