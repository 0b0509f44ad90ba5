package souk.numeric.lib.calibrate;

import souk.numeric.lib.Logistic;

/**
 * Probability = 1 / (1 + exp(slope · score + intercept)), by Newton steps with backtracking on
 * smoothed targets (Platt 1999; Lin, Lin and Weng, Machine Learning 68, 2007). Where high scores
 * mean less, all rows get the same probability. Immutable.
 *
 * @param slope negative if high scores mean that it happens
 * @param intercept at score 0
 */
public record Platt(double slope, double intercept) implements Calibrator {
  private static final int STEPS = 100;
  private static final double SMALLEST_STEP = 1e-10;
  private static final double RIDGE = 1e-12;
  private static final double FLAT = 1e-5;

  /**
   * @param target 1 or 0, of rows that the scores were not learned from
   */
  public static Platt fit(double[] target, double[] score) {
    double positives = 0;
    for (double y : target) {
      positives += y;
    }
    double negatives = target.length - positives;
    double high = (positives + 1) / (positives + 2);
    double low = 1 / (negatives + 2);
    double[] smoothed = new double[target.length];
    for (int i = 0; i < smoothed.length; i++) {
      smoothed[i] = target[i] == 1 ? high : low;
    }
    double a = 0;
    double b = StrictMath.log((negatives + 1) / (positives + 1));
    double value = loss(smoothed, score, a, b);
    for (int step = 0; step < STEPS; step++) {
      double h11 = RIDGE;
      double h22 = RIDGE;
      double h21 = 0;
      double g1 = 0;
      double g2 = 0;
      for (int i = 0; i < score.length; i++) {
        double p = Logistic.probability(-(a * score[i] + b));
        double curvature = p * (1 - p);
        double slope = smoothed[i] - p;
        h11 += score[i] * score[i] * curvature;
        h22 += curvature;
        h21 += score[i] * curvature;
        g1 += score[i] * slope;
        g2 += slope;
      }
      if (Math.abs(g1) < FLAT && Math.abs(g2) < FLAT) {
        break;
      }
      double determinant = h11 * h22 - h21 * h21;
      double da = -(h22 * g1 - h21 * g2) / determinant;
      double db = -(-h21 * g1 + h11 * g2) / determinant;
      double downhill = g1 * da + g2 * db;
      double size = 1;
      double next = loss(smoothed, score, a + da, b + db);
      while (size >= SMALLEST_STEP && !(next < value + 1e-4 * size * downhill)) {
        size /= 2;
        next = loss(smoothed, score, a + size * da, b + size * db);
      }
      if (size < SMALLEST_STEP) {
        break;
      }
      a += size * da;
      b += size * db;
      value = next;
    }
    return a <= 0
        ? new Platt(a, b)
        : new Platt(0, StrictMath.log((negatives + 1) / (positives + 1)));
  }

  private static double loss(double[] smoothed, double[] score, double a, double b) {
    double sum = 0;
    for (int i = 0; i < score.length; i++) {
      double z = a * score[i] + b;
      sum +=
          z >= 0
              ? smoothed[i] * z + StrictMath.log1p(StrictMath.exp(-z))
              : (smoothed[i] - 1) * z + StrictMath.log1p(StrictMath.exp(z));
    }
    return sum;
  }

  @Override
  public double probability(double score) {
    return Logistic.probability(-(slope * score + intercept));
  }
}
