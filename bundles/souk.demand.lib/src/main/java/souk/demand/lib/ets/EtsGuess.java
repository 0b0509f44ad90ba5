package souk.demand.lib.ets;

import java.util.Arrays;
import souk.demand.lib.ets.EtsShape.Season;
import souk.demand.lib.season.ClassicalDecomposition;

/** First guesses of parameters and initial states, from a decomposition and a short regression. */
final class EtsGuess {
  private EtsGuess() {}

  /** A guess for a shape with a given alpha; the other parameters follow from it. */
  static EtsState of(double[] y, EtsShape shape, int period, double alpha) {
    EtsState guess = new EtsState(shape.hasSeason() ? period : 1);
    double[] adjusted = y;
    int head = StrictMath.min(y.length, StrictMath.max(10, shape.hasSeason() ? 2 * period : 10));
    if (shape.hasSeason()) {
      boolean multiplicative = shape.season() == Season.MULTIPLICATIVE;
      ClassicalDecomposition parts = ClassicalDecomposition.of(y, period, multiplicative);
      for (int j = 0; j < period; j++) {
        guess.season[j] = multiplicative ? StrictMath.max(0.05, parts.index(j)) : parts.index(j);
      }
      if (multiplicative) {
        double total = Arrays.stream(guess.season).sum();
        for (int j = 0; j < period; j++) {
          guess.season[j] *= period / total;
        }
      }
      adjusted = new double[head];
      for (int t = 0; t < head; t++) {
        double index = guess.season[t % period];
        adjusted[t] = multiplicative ? y[t] / index : y[t] - index;
      }
    }
    line(adjusted, head, shape.hasTrend(), guess);
    if (shape.multiplicativeError()) {
      guess.level = StrictMath.max(guess.level, 0.05 * StrictMath.abs(y[0]) + 1e-6);
    }
    guess.alpha = alpha;
    guess.beta = 0.1 * alpha;
    guess.gamma = 0.1 * (1 - alpha);
    guess.phi = 0.95;
    return guess;
  }

  private static void line(double[] y, int head, boolean withTrend, EtsState guess) {
    double mean = 0;
    for (int t = 0; t < head; t++) {
      mean += y[t] / head;
    }
    if (!withTrend) {
      guess.level = mean;
      return;
    }
    double centre = (head - 1) / 2.0;
    double cross = 0;
    double squares = 0;
    for (int t = 0; t < head; t++) {
      cross += (t - centre) * (y[t] - mean);
      squares += (t - centre) * (t - centre);
    }
    guess.trend = squares > 0 ? cross / squares : 0;
    guess.level = mean - guess.trend * (centre + 1);
  }
}
