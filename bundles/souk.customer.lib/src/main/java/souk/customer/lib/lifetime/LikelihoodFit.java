package souk.customer.lib.lifetime;

import java.util.Arrays;

/**
 * Maximum likelihood over positive parameters. Works on their logarithms: steps of Newton's method
 * with the outer product of the scores in place of the Hessian (Berndt, Hall, Hall and Hausman,
 * Annals of Economic and Social Measurement 3, 1974), damped as by Levenberg and Marquardt, then
 * the Hessian itself for the last steps and the standard errors. Scores are central differences.
 * Deterministic.
 */
final class LikelihoodFit {
  private static final double SCORE_STEP = 1e-5;
  private static final double HESSIAN_STEP = 1e-3;
  private static final int MOST_ROUNDS = 200;
  private static final double ENOUGH = 1e-7;

  /** Bounds of the logarithms: 1e-5 to 1e6; weeks and shapes beyond are not told apart by data. */
  private static final double LOWEST = StrictMath.log(1e-5);

  private static final double HIGHEST = StrictMath.log(1e6);

  /** Log-likelihoods of observations under given parameters. */
  interface Sample {
    int size();

    /** How often each observation occurs. */
    double[] weights();

    /** Fills in one log-likelihood per observation. */
    void logLikelihoods(double[] parameters, double[] into);
  }

  /**
   * What was found.
   *
   * @param parameters at the maximum
   * @param logLikelihood there
   * @param covariance of the logarithms of the parameters; zeros in rows of parameters at a bound
   * @param converged whether the last step was too small to matter
   * @param bound whether a parameter runs away: the data do not tell it
   */
  record Maximum(
      double[] parameters,
      double logLikelihood,
      double[][] covariance,
      boolean converged,
      boolean bound) {}

  private final Sample sample;
  private final double[] weights;
  private final double[] one;
  private final double[][] scores;

  private LikelihoodFit(Sample sample, int parameters) {
    this.sample = sample;
    this.weights = sample.weights();
    this.one = new double[sample.size()];
    this.scores = new double[parameters][sample.size()];
  }

  /** The best of the maxima reached from several starts. */
  static Maximum maximise(Sample sample, double[][] starts) {
    LikelihoodFit fit = new LikelihoodFit(sample, starts[0].length);
    double[] best = null;
    double most = Double.NEGATIVE_INFINITY;
    boolean converged = false;
    for (double[] start : starts) {
      double[] log = Arrays.stream(start).map(StrictMath::log).toArray();
      boolean here = fit.climb(log);
      double value = fit.value(log);
      if (best == null || value > most + 1e-6) {
        best = log;
        most = value;
        converged = here;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("There is no start.");
    }
    boolean bound = Arrays.stream(best).anyMatch(p -> p <= LOWEST + 1e-6 || p >= HIGHEST - 1e-6);
    return new Maximum(exp(best), most, fit.covariance(best), converged, bound);
  }

  private boolean climb(double[] log) {
    double here = value(log);
    double damping = 1e-3;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[][] curvature = new double[log.length][log.length];
      double[] gradient = scores(log, curvature);
      hold(log, gradient, curvature);
      boolean moved = false;
      for (int attempt = 0; attempt < 30 && !moved; attempt++) {
        double[] step = SmallMatrix.solve(damped(curvature, damping), gradient);
        double gain = step == null ? 0 : SmallMatrix.dot(step, gradient);
        if (step != null && gain < ENOUGH) {
          return true;
        }
        double[] next = step == null ? log : within(log, step);
        double there = step == null ? Double.NEGATIVE_INFINITY : value(next);
        if (there > here) {
          System.arraycopy(next, 0, log, 0, log.length);
          moved = true;
          damping = Math.max(1e-9, damping / 10);
          boolean small = there - here < ENOUGH;
          here = there;
          if (small) {
            return true;
          }
        } else {
          damping *= 10;
        }
      }
      if (!moved) {
        return true;
      }
    }
    return false;
  }

  private static double[] within(double[] log, double[] step) {
    double longest = 0;
    for (double part : step) {
      longest = Math.max(longest, Math.abs(part));
    }
    double scale = longest > 2 ? 2 / longest : 1;
    double[] next = new double[log.length];
    for (int j = 0; j < next.length; j++) {
      next[j] = Math.max(LOWEST, Math.min(HIGHEST, log[j] + scale * step[j]));
    }
    return next;
  }

  /** A parameter at its bound that wants to go further stays out of the step. */
  private static void hold(double[] log, double[] gradient, double[][] curvature) {
    for (int j = 0; j < log.length; j++) {
      if ((log[j] <= LOWEST && gradient[j] < 0) || (log[j] >= HIGHEST && gradient[j] > 0)) {
        gradient[j] = 0;
        Arrays.fill(curvature[j], 0);
        for (double[] row : curvature) {
          row[j] = 0;
        }
        curvature[j][j] = 1;
      }
    }
  }

  private static double[][] damped(double[][] curvature, double damping) {
    double[][] more = new double[curvature.length][];
    for (int j = 0; j < more.length; j++) {
      more[j] = curvature[j].clone();
      more[j][j] += damping * Math.max(curvature[j][j], 1e-6);
    }
    return more;
  }

  private double value(double[] log) {
    sample.logLikelihoods(exp(log), one);
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += weights[i] * one[i];
    }
    return Double.isFinite(sum) ? sum : Double.NEGATIVE_INFINITY;
  }

  /** The gradient; the outer product of the scores is added to the second argument. */
  private double[] scores(double[] log, double[][] outer) {
    double[] gradient = new double[log.length];
    for (int j = 0; j < log.length; j++) {
      double[] moved = log.clone();
      moved[j] = log[j] + SCORE_STEP;
      sample.logLikelihoods(exp(moved), scores[j]);
      moved[j] = log[j] - SCORE_STEP;
      sample.logLikelihoods(exp(moved), one);
      for (int i = 0; i < one.length; i++) {
        scores[j][i] = (scores[j][i] - one[i]) / (2 * SCORE_STEP);
        gradient[j] += weights[i] * scores[j][i];
      }
    }
    for (int j = 0; j < log.length; j++) {
      for (int k = 0; k <= j; k++) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
          sum += weights[i] * scores[j][i] * scores[k][i];
        }
        outer[j][k] += sum;
        outer[k][j] = outer[j][k];
      }
    }
    return gradient;
  }

  /** Inverse of the negative Hessian; of the outer product where that is not positive definite. */
  private double[][] covariance(double[] log) {
    int n = log.length;
    double[][] hessian = new double[n][n];
    for (int j = 0; j < n; j++) {
      double[] up = log.clone();
      up[j] += HESSIAN_STEP;
      double[] high = scores(up, new double[n][n]);
      up[j] = log[j] - HESSIAN_STEP;
      double[] low = scores(up, new double[n][n]);
      for (int k = 0; k < n; k++) {
        hessian[j][k] = -(high[k] - low[k]) / (2 * HESSIAN_STEP);
      }
    }
    double[][] outer = new double[n][n];
    double[] gradient = scores(log, outer);
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < j; k++) {
        hessian[j][k] = (hessian[j][k] + hessian[k][j]) / 2;
        hessian[k][j] = hessian[j][k];
      }
    }
    hold(log, gradient, hessian);
    hold(log, gradient, outer);
    double[][] inverse = SmallMatrix.inverse(hessian);
    if (inverse == null || Arrays.stream(diagonal(inverse)).anyMatch(v -> !(v > 0))) {
      inverse = SmallMatrix.inverse(damped(outer, 1e-9));
    }
    return inverse == null ? new double[n][n] : inverse;
  }

  private static double[] diagonal(double[][] matrix) {
    double[] diagonal = new double[matrix.length];
    for (int j = 0; j < diagonal.length; j++) {
      diagonal[j] = matrix[j][j];
    }
    return diagonal;
  }

  private static double[] exp(double[] log) {
    return Arrays.stream(log).map(StrictMath::exp).toArray();
  }
}
