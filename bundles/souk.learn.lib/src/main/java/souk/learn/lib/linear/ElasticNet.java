package souk.learn.lib.linear;

import java.util.Arrays;
import souk.numeric.lib.Logistic;

/**
 * Linear or logistic regression with penalties on squares and magnitudes of the slopes, by
 * coordinate descent on the weighted squares of Newton's method (Friedman, Hastie and Tibshirani,
 * Journal of Statistical Software 33, 2010). The intercept is not penalised. The cross products are
 * computed once per Newton step, so that a pass costs columns², not rows · columns.
 */
final class ElasticNet {
  private static final int NEWTON_STEPS = 30;
  private static final int PASSES = 2_000;
  private static final double CLOSE = 1e-9;
  private static final double LEAST_CURVATURE = 1e-5;
  private static final double LONGEST_STEP = 8;

  private final double[][] rows;
  private final double[] target;
  private final double[] weights;
  private final LinearOptions options;
  private final int columns;

  /** Slopes, with the intercept behind them. */
  private final double[] beta;

  ElasticNet(double[][] rows, double[] target, double[] weights, LinearOptions options) {
    this.rows = rows;
    this.target = target;
    this.weights = weights;
    this.options = options;
    this.columns = rows[0].length;
    this.beta = new double[columns + 1];
  }

  /** Slopes, with the intercept behind them. */
  double[] fit() {
    double all = Arrays.stream(weights).sum();
    double mean = 0;
    for (int r = 0; r < rows.length; r++) {
      mean += weights[r] * target[r] / all;
    }
    beta[columns] = options.logistic() ? StrictMath.log(mean / (1 - mean)) : mean;
    double[] before = new double[beta.length];
    for (int step = 0; step < (options.logistic() ? NEWTON_STEPS : 1); step++) {
      System.arraycopy(beta, 0, before, 0, beta.length);
      newton(all);
      double moved = 0;
      for (int c = 0; c < beta.length; c++) {
        double by = beta[c] - before[c];
        beta[c] = before[c] + Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, by));
        moved = Math.max(moved, Math.abs(by));
      }
      if (moved < 1e-7) {
        break;
      }
    }
    return beta.clone();
  }

  /** Solves the weighted squares around the present slopes. */
  private void newton(double all) {
    int width = columns + 1;
    double[][] gram = new double[width][width];
    double[] right = new double[width];
    double[] row = new double[width];
    int[] filled = new int[width];
    for (int r = 0; r < rows.length; r++) {
      if (weights[r] == 0) {
        continue;
      }
      double score = beta[columns];
      int count = 0;
      for (int c = 0; c < columns; c++) {
        if (rows[r][c] != 0) {
          row[c] = rows[r][c];
          score += beta[c] * row[c];
          filled[count++] = c;
        }
      }
      row[columns] = 1;
      filled[count++] = columns;
      double curvature = 1;
      double working = target[r];
      if (options.logistic()) {
        double p = Logistic.probability(score);
        curvature = Math.max(LEAST_CURVATURE, p * (1 - p));
        working = score + (target[r] - p) / curvature;
      }
      double weight = weights[r] * curvature / all;
      for (int i = 0; i < count; i++) {
        int a = filled[i];
        double share = weight * row[a];
        right[a] += share * working;
        double[] line = gram[a];
        for (int j = 0; j <= i; j++) {
          line[filled[j]] += share * row[filled[j]];
        }
      }
    }
    for (int a = 0; a < width; a++) {
      for (int b = 0; b < a; b++) {
        gram[b][a] = gram[a][b];
      }
    }
    descend(gram, right);
  }

  private void descend(double[][] gram, double[] right) {
    double onMagnitudes = options.penalty() * options.lassoShare();
    double onSquares = options.penalty() * (1 - options.lassoShare());
    for (int pass = 0; pass < PASSES; pass++) {
      double moved = 0;
      for (int c = beta.length - 1; c >= 0; c--) {
        double[] line = gram[c];
        if (line[c] <= 0) {
          continue;
        }
        double rest = right[c] + line[c] * beta[c];
        for (int d = 0; d < beta.length; d++) {
          rest -= line[d] * beta[d];
        }
        boolean isIntercept = c == columns;
        double next =
            isIntercept ? rest / line[c] : soft(rest, onMagnitudes) / (line[c] + onSquares);
        moved = Math.max(moved, Math.abs(next - beta[c]) * StrictMath.sqrt(line[c]));
        beta[c] = next;
      }
      if (moved < CLOSE) {
        return;
      }
    }
  }

  private static double soft(double value, double by) {
    return value > by ? value - by : value < -by ? value + by : 0;
  }
}
