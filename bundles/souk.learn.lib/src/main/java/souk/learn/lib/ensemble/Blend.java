package souk.learn.lib.ensemble;

import java.util.List;
import souk.numeric.lib.Logistic;

/** Several answers to one question made one. */
public final class Blend {
  private static final double SMALLEST = 1e-9;

  private Blend() {}

  /**
   * The mean of figures; of probabilities the probability of their mean log odds.
   *
   * @param answers of each model for the same rows, at least one
   */
  public static double[] of(List<double[]> answers, boolean probabilities) {
    if (answers.size() == 1) {
      return answers.get(0).clone();
    }
    double[] blended = new double[answers.get(0).length];
    for (int r = 0; r < blended.length; r++) {
      double sum = 0;
      for (double[] one : answers) {
        sum += probabilities ? logOdds(one[r]) : one[r];
      }
      double mean = sum / answers.size();
      blended[r] = probabilities ? Logistic.probability(mean) : mean;
    }
    return blended;
  }

  private static double logOdds(double probability) {
    return Logistic.score(Math.max(SMALLEST, Math.min(1 - SMALLEST, probability)));
  }
}
