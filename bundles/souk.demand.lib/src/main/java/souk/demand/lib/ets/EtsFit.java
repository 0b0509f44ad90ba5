package souk.demand.lib.ets;

import souk.demand.lib.math.Bfgs;

/**
 * A fitted model: shape, parameters, the state after the last observation, and how well it fits.
 *
 * <p>Immutable; thread-safe.
 */
public final class EtsFit {
  private static final double LARGEST_RELATIVE_VARIANCE = 0.25;
  private static final double[] FIRST_ALPHAS = {0.1, 0.5};

  private final EtsShape shape;
  private final EtsState last;
  private final int period;
  private final int observations;
  private final double aicc;
  private final double variance;
  private final double logLikelihood;

  private EtsFit(
      EtsShape shape, EtsState last, int period, int observations, double value, double sum) {
    this.shape = shape;
    this.last = last;
    this.period = shape.hasSeason() ? period : 1;
    this.observations = observations;
    int k = parameters(shape, period);
    this.aicc = observations * value + 2.0 * k + 2.0 * k * (k + 1) / (observations - k - 1);
    this.logLikelihood = -0.5 * observations * value;
    this.variance = sum / StrictMath.max(1, observations - k);
  }

  /** Free parameters, initial states and the error variance. */
  static int parameters(EtsShape shape, int period) {
    return shape.size(period) + 1;
  }

  /**
   * Maximises the likelihood of one shape.
   *
   * @param y observations in units near 1
   */
  public static EtsFit of(double[] y, EtsShape shape, int period) {
    EtsLikelihood likelihood = new EtsLikelihood(y, shape, period);
    double[] best = likelihood.start(EtsGuess.of(y, shape, period, FIRST_ALPHAS[0]));
    double[] gradient = new double[shape.size(period)];
    double bestValue = likelihood.at(best, gradient);
    for (int a = 1; a < FIRST_ALPHAS.length; a++) {
      double[] start = likelihood.start(EtsGuess.of(y, shape, period, FIRST_ALPHAS[a]));
      double value = likelihood.at(start, gradient);
      if (value < bestValue) {
        best = start;
        bestValue = value;
      }
    }
    new Bfgs(200, 1e-7).minimize(likelihood, best);
    double value = likelihood.at(best, gradient);
    return new EtsFit(
        shape, likelihood.lastState().copy(), period, y.length, value, likelihood.residualSum());
  }

  /** Which model. */
  public EtsShape shape() {
    return shape;
  }

  /** Akaike's criterion, corrected for small samples; infinite if the model could not be fitted. */
  public double aicc() {
    return Double.isNaN(aicc) ? Double.POSITIVE_INFINITY : aicc;
  }

  /** Logarithm of the likelihood, without the terms that depend on the length only. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** Variance of the (relative, for multiplicative errors) one-step errors. */
  public double variance() {
    return variance;
  }

  /** Smoothing parameter of the level. */
  public double alpha() {
    return last.alpha;
  }

  /** Smoothing parameter of the trend; 0 without a trend. */
  public double beta() {
    return last.beta;
  }

  /** Smoothing parameter of the season; 0 without a season. */
  public double gamma() {
    return last.gamma;
  }

  /** Damping; 1 without. */
  public double phi() {
    return last.phi;
  }

  /** Number of observations fitted. */
  public int observations() {
    return observations;
  }

  EtsState state() {
    return last;
  }

  int period() {
    return period;
  }

  /** Position within the season of the first step ahead. */
  int nextPhase() {
    return observations % period;
  }

  /** Whether the model may be chosen: admissible, and relative errors of 50 % at most. */
  boolean isPlausible() {
    return (!shape.multiplicativeError() || variance <= LARGEST_RELATIVE_VARIANCE)
        && isAdmissible();
  }

  /**
   * Whether old observations are forgotten: no eigenvalue of the discount matrix lies outside the
   * unit circle (admissibility; Hyndman et al. 2008, chapter 10), judged by running the homogeneous
   * recursion for fifty seasons.
   */
  boolean isAdmissible() {
    if (!shape.hasSeason() || shape.season() == EtsShape.Season.MULTIPLICATIVE) {
      return true;
    }
    double l = 1;
    double b = 0.5;
    double[] s = new double[period];
    for (int j = 0; j < period; j++) {
      s[j] = j % 2 == 0 ? 0.7 : -0.3;
    }
    double size = 0;
    for (int t = 0; t < 50 * period; t++) {
      int phase = t % period;
      double base = l + last.phi * b;
      double r = -(base + s[phase]);
      l = base + last.alpha * r;
      b = last.phi * b + last.beta * r;
      s[phase] += last.gamma * r;
      size = StrictMath.abs(l) + StrictMath.abs(b) + StrictMath.abs(s[phase]);
    }
    return size < 1e3;
  }
}
