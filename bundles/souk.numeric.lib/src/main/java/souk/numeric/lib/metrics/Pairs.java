package souk.numeric.lib.metrics;

import java.util.Arrays;

/** What targets and scores must be. */
final class Pairs {
  private Pairs() {}

  static void sameLength(double[] target, double[] score) {
    if (target.length != score.length || target.length == 0) {
      throw new IllegalArgumentException(
          "There are %d targets and %d scores; at least 1 and as many of both are needed."
              .formatted(target.length, score.length));
    }
    for (int i = 0; i < score.length; i++) {
      if (Double.isNaN(score[i])) {
        throw new IllegalArgumentException("The score of row %d is missing.".formatted(i));
      }
    }
  }

  static void check(double[] target, double[] score) {
    sameLength(target, score);
    for (int i = 0; i < target.length; i++) {
      if (target[i] != 0 && target[i] != 1) {
        throw new IllegalArgumentException(
            "The target of row %d is %s, but must be 0 or 1.".formatted(i, target[i]));
      }
    }
  }

  static double positives(double[] target) {
    return Arrays.stream(target).sum();
  }

  static void bothKinds(double positives, double negatives) {
    if (positives == 0 || negatives == 0) {
      throw new IllegalArgumentException(
          "Rows of both kinds are needed, but %.0f happened and %.0f did not."
              .formatted(positives, negatives));
    }
  }
}
