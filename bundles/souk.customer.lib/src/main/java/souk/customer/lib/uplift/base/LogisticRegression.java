package souk.customer.lib.uplift.base;

import souk.customer.lib.math.Cholesky;

/**
 * Chance of an outcome that is 0 or 1: weighted logistic regression on standardised columns with a
 * ridge penalty, by Newton steps that are halved until the penalised likelihood rises (Hastie,
 * Tibshirani and Friedman, The Elements of Statistical Learning, 4.4.1). The intercept is not
 * penalised.
 */
public final class LogisticRegression implements BaseLearner {
  private static final int STEPS = 30;
  private static final double DONE = 1e-8;

  private final double penalty;

  /**
   * @param penalty half of it times the sum of squared coefficients is added to the loss
   */
  public LogisticRegression(double penalty) {
    this.penalty = penalty;
  }

  @Override
  public Predictor learn(double[][] rows, double[] target, double[] weights, long seed) {
    Line line = line(rows, target, weights);
    return asked -> {
      double[] predicted = new double[asked.length];
      for (int r = 0; r < asked.length; r++) {
        predicted[r] = line.chance(asked[r]);
      }
      return predicted;
    };
  }

  /** What was learned, with its weights in the open. */
  public static final class Line {
    private final Standardised scale;
    private final double[] slopes;

    private Line(Standardised scale, double[] slopes) {
      this.scale = scale;
      this.slopes = slopes;
    }

    /** Log odds of a row at the mean of all columns. */
    public double intercept() {
      return slopes[0];
    }

    /** Change of the log odds by one standard deviation of each column. */
    public double[] weights() {
      return java.util.Arrays.copyOfRange(slopes, 1, slopes.length);
    }

    /** What each column of a row adds to the log odds. */
    public double[] parts(double[] row) {
      double[] parts = scale.of(row);
      for (int c = 0; c < parts.length; c++) {
        parts[c] *= slopes[c + 1];
      }
      return parts;
    }

    /** Chance of a row. */
    public double chance(double[] row) {
      return LogisticRegression.chance(RidgeRegression.dot(withOne(scale.of(row)), slopes));
    }
  }

  /** Learns with the weights in the open. */
  public Line line(double[][] rows, double[] target, double[] weights) {
    Standardised scale = Standardised.fit(rows, weights);
    double[][] z = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      z[r] = withOne(scale.of(rows[r]));
    }
    double[] slopes = new double[scale.columns() + 1];
    double loss = loss(z, target, weights, slopes);
    for (int step = 0; step < STEPS; step++) {
      double[] direction = newton(z, target, weights, slopes);
      double share = 1;
      double[] moved = plus(slopes, direction, share);
      double after = loss(z, target, weights, moved);
      while (!(after <= loss) && share > 1e-6) {
        share /= 2;
        moved = plus(slopes, direction, share);
        after = loss(z, target, weights, moved);
      }
      double gained = loss - after;
      if (!(gained > 0)) {
        break;
      }
      slopes = moved;
      loss = after;
      if (gained < DONE * (1 + Math.abs(loss))) {
        break;
      }
    }
    return new Line(scale, slopes);
  }

  private double[] newton(double[][] z, double[] target, double[] weights, double[] slopes) {
    int n = slopes.length;
    double[][] curvature = new double[n][n];
    double[] gradient = new double[n];
    for (int r = 0; r < z.length; r++) {
      double p = chance(RidgeRegression.dot(z[r], slopes));
      double spread = weights[r] * p * (1 - p);
      for (int i = 0; i < n; i++) {
        gradient[i] += weights[r] * (target[r] - p) * z[r][i];
        double weighted = spread * z[r][i];
        for (int j = 0; j <= i; j++) {
          curvature[i][j] += weighted * z[r][j];
        }
      }
    }
    for (int i = 1; i < n; i++) {
      gradient[i] -= penalty * slopes[i];
      curvature[i][i] += penalty;
    }
    return Cholesky.of(curvature, 1e-9).solve(gradient);
  }

  private double loss(double[][] z, double[] target, double[] weights, double[] slopes) {
    double loss = 0;
    for (int r = 0; r < z.length; r++) {
      double score = RidgeRegression.dot(z[r], slopes);
      double softPlus = Math.max(score, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(score)));
      loss += weights[r] * (softPlus - target[r] * score);
    }
    for (int i = 1; i < slopes.length; i++) {
      loss += penalty / 2 * slopes[i] * slopes[i];
    }
    return loss;
  }

  private static double[] plus(double[] slopes, double[] direction, double share) {
    double[] moved = slopes.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += share * direction[i];
    }
    return moved;
  }

  private static double[] withOne(double[] z) {
    double[] row = new double[z.length + 1];
    row[0] = 1;
    System.arraycopy(z, 0, row, 1, z.length);
    return row;
  }

  static double chance(double score) {
    return 1 / (1 + StrictMath.exp(-score));
  }
}
