package souk.demand.lib.ets;

import java.util.Arrays;
import souk.demand.lib.ets.EtsShape.Season;
import souk.demand.lib.math.Objective;

/**
 * Minus twice the concentrated log-likelihood per observation of one model on one series, with its
 * exact gradient.
 *
 * <p>log(sum e^2) + (2/n) sum log|mu| for multiplicative errors, without the second term for
 * additive ones (Hyndman, Koehler, Ord, Snyder, Forecasting with Exponential Smoothing, 2008,
 * section 5.1). The states obey two recursions only: with r = y - mu every model without a
 * multiplicative season is linear (level += alpha r, trend += beta r, season += gamma r); the
 * multiplicative season scales its states by 1 + gamma e with e = r / mu. The gradient runs the
 * recursion backwards. Unbounded arguments are mapped into 0 &lt; alpha &lt; 1, 0 &lt; beta &lt;
 * alpha, 0 &lt; gamma &lt; 1 - alpha, 0.8 &lt; phi &lt; 0.98 by logistic curves; the last seasonal
 * state follows from sum 0 (additive) or mean 1 (multiplicative).
 *
 * <p>Keeps workspace: one instance per thread.
 */
final class EtsLikelihood implements Objective {
  private static final double LOW = 1e-4;
  private static final double HIGH = 1 - 1e-4;
  private static final double PHI_LOW = 0.8;
  private static final double PHI_SPAN = 0.18;
  private static final double SMALLEST_SUM = 1e-16;
  private static final double SMALLEST_MEAN = 1e-8;

  private final double[] y;
  private final EtsShape shape;
  private final int period;
  private final EtsState initial;
  private final EtsState last;
  private final double[] levels;
  private final double[] trends;
  private final double[] seasons;
  private final double[] mus;
  private final double[] seasonAdjoint;
  private double sum;

  EtsLikelihood(double[] y, EtsShape shape, int period) {
    this.y = y;
    this.shape = shape;
    this.period = shape.hasSeason() ? period : 1;
    this.initial = new EtsState(this.period);
    this.last = new EtsState(this.period);
    this.levels = new double[y.length];
    this.trends = new double[y.length];
    this.seasons = new double[y.length];
    this.mus = new double[y.length];
    this.seasonAdjoint = new double[this.period];
  }

  /** Sum of squared (relative, for multiplicative errors) residuals of the last evaluation. */
  double residualSum() {
    return sum;
  }

  /** The state after the last observation of the last evaluation. */
  EtsState lastState() {
    return last;
  }

  /** Fills a start vector from a guess. */
  double[] start(EtsState guess) {
    double[] u = new double[shape.size(period)];
    int i = 0;
    u[i++] = logit((guess.alpha - LOW) / (HIGH - LOW));
    if (shape.hasTrend()) {
      u[i++] = logit(guess.beta / guess.alpha);
    }
    if (shape.hasSeason()) {
      u[i++] = logit(guess.gamma / (1 - guess.alpha));
    }
    if (shape.isDamped()) {
      u[i++] = logit((guess.phi - PHI_LOW) / PHI_SPAN);
    }
    u[i++] = guess.level;
    if (shape.hasTrend()) {
      u[i++] = guess.trend;
    }
    if (shape.hasSeason()) {
      System.arraycopy(guess.season, 0, u, i, period - 1);
    }
    return u;
  }

  private void unpack(double[] u) {
    int i = 0;
    initial.alpha = LOW + (HIGH - LOW) * logistic(u[i++]);
    initial.beta = shape.hasTrend() ? initial.alpha * logistic(u[i++]) : 0;
    initial.gamma = shape.hasSeason() ? (1 - initial.alpha) * logistic(u[i++]) : 0;
    initial.phi = shape.isDamped() ? PHI_LOW + PHI_SPAN * logistic(u[i++]) : 1;
    initial.level = u[i++];
    initial.trend = shape.hasTrend() ? u[i++] : 0;
    if (shape.hasSeason()) {
      double rest = shape.season() == Season.MULTIPLICATIVE ? period : 0;
      for (int j = 0; j < period - 1; j++) {
        initial.season[j] = u[i++];
        rest -= initial.season[j];
      }
      initial.season[period - 1] = rest;
    } else {
      initial.season[0] = 0;
    }
  }

  @Override
  public double at(double[] u, double[] gradient) {
    unpack(u);
    double value = shape.season() == Season.MULTIPLICATIVE ? scaleForward() : linearForward();
    if (!Double.isFinite(value)) {
      return Double.POSITIVE_INFINITY;
    }
    Arrays.fill(seasonAdjoint, 0);
    if (shape.season() == Season.MULTIPLICATIVE) {
      scaleBackward(u, gradient);
    } else {
      linearBackward(u, gradient);
    }
    return value;
  }

  private double linearForward() {
    double l = initial.level;
    double b = initial.trend;
    double[] s = last.season;
    System.arraycopy(initial.season, 0, s, 0, period);
    boolean relative = shape.multiplicativeError();
    double squares = 0;
    double logs = 0;
    double product = 1;
    int phase = 0;
    for (int t = 0; t < y.length; t++) {
      levels[t] = l;
      trends[t] = b;
      seasons[t] = s[phase];
      double base = l + initial.phi * b;
      double mu = base + s[phase];
      double r = y[t] - mu;
      mus[t] = mu;
      if (relative) {
        if (!(mu > SMALLEST_MEAN)) {
          return Double.POSITIVE_INFINITY;
        }
        double e = r / mu;
        squares += e * e;
        product *= mu;
        if (product < 1e-100 || product > 1e100) {
          logs += StrictMath.log(product);
          product = 1;
        }
      } else {
        squares += r * r;
      }
      l = base + initial.alpha * r;
      b = initial.phi * b + initial.beta * r;
      s[phase] += initial.gamma * r;
      phase = phase + 1 == period ? 0 : phase + 1;
    }
    return finish(l, b, squares, logs + (relative ? StrictMath.log(product) : 0));
  }

  private double scaleForward() {
    double l = initial.level;
    double b = initial.trend;
    double[] s = last.season;
    System.arraycopy(initial.season, 0, s, 0, period);
    double squares = 0;
    double logs = 0;
    double product = 1;
    int phase = 0;
    for (int t = 0; t < y.length; t++) {
      levels[t] = l;
      trends[t] = b;
      seasons[t] = s[phase];
      double base = l + initial.phi * b;
      double mu = base * s[phase];
      mus[t] = mu;
      if (!(mu > SMALLEST_MEAN) || !(base > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      double e = y[t] / mu - 1;
      squares += e * e;
      product *= mu;
      if (product < 1e-100 || product > 1e100) {
        logs += StrictMath.log(product);
        product = 1;
      }
      l = base * (1 + initial.alpha * e);
      b = initial.phi * b + initial.beta * base * e;
      s[phase] *= 1 + initial.gamma * e;
      phase = phase + 1 == period ? 0 : phase + 1;
    }
    return finish(l, b, squares, logs + StrictMath.log(product));
  }

  private double finish(double l, double b, double squares, double logs) {
    sum = StrictMath.max(squares, SMALLEST_SUM);
    last.alpha = initial.alpha;
    last.beta = initial.beta;
    last.gamma = initial.gamma;
    last.phi = initial.phi;
    last.level = l;
    last.trend = b;
    return StrictMath.log(sum) + 2 * logs / y.length;
  }

  private void linearBackward(double[] u, double[] gradient) {
    boolean relative = shape.multiplicativeError();
    double dAlpha = 0;
    double dBeta = 0;
    double dGamma = 0;
    double dPhi = 0;
    double dLevel = 0;
    double dTrend = 0;
    int n = y.length;
    int phase = (n - 1) % period;
    for (int t = n - 1; t >= 0; t--) {
      double mu = mus[t];
      double r = y[t] - mu;
      double dSeason = seasonAdjoint[phase];
      double dR = initial.alpha * dLevel + initial.beta * dTrend + initial.gamma * dSeason;
      double dMu;
      if (relative) {
        double e = r / mu;
        dR += 2 * e / (sum * mu);
        dMu = -dR - 2 * e * e / (sum * mu) + 2 / (n * mu);
      } else {
        dR += 2 * r / sum;
        dMu = -dR;
      }
      dAlpha += dLevel * r;
      dBeta += dTrend * r;
      dGamma += dSeason * r;
      double dBase = dLevel + dMu;
      dPhi += (dTrend + dBase) * trends[t];
      seasonAdjoint[phase] = dSeason + dMu;
      dTrend = initial.phi * (dTrend + dBase);
      dLevel = dBase;
      phase = phase == 0 ? period - 1 : phase - 1;
    }
    pack(u, gradient, dAlpha, dBeta, dGamma, dPhi, dLevel, dTrend);
  }

  private void scaleBackward(double[] u, double[] gradient) {
    double dAlpha = 0;
    double dBeta = 0;
    double dGamma = 0;
    double dPhi = 0;
    double dLevel = 0;
    double dTrend = 0;
    int n = y.length;
    int phase = (n - 1) % period;
    for (int t = n - 1; t >= 0; t--) {
      double mu = mus[t];
      double s = seasons[t];
      double base = levels[t] + initial.phi * trends[t];
      double e = y[t] / mu - 1;
      double dSeason = seasonAdjoint[phase];
      double dE =
          dLevel * initial.alpha * base
              + dTrend * initial.beta * base
              + dSeason * initial.gamma * s
              + 2 * e / sum;
      double dMu = -dE * y[t] / (mu * mu) + 2 / (n * mu);
      dAlpha += dLevel * base * e;
      dBeta += dTrend * base * e;
      dGamma += dSeason * s * e;
      double dBase = dLevel * (1 + initial.alpha * e) + dTrend * initial.beta * e + dMu * s;
      dPhi += (dTrend + dBase) * trends[t];
      seasonAdjoint[phase] = dSeason * (1 + initial.gamma * e) + dMu * base;
      dTrend = initial.phi * (dTrend + dBase);
      dLevel = dBase;
      phase = phase == 0 ? period - 1 : phase - 1;
    }
    pack(u, gradient, dAlpha, dBeta, dGamma, dPhi, dLevel, dTrend);
  }

  /** Chain rule back through the logistic maps. */
  private void pack(
      double[] u,
      double[] gradient,
      double dAlpha,
      double dBeta,
      double dGamma,
      double dPhi,
      double dLevel,
      double dTrend) {
    double alphaTotal = dAlpha;
    int i = 1;
    if (shape.hasTrend()) {
      double p = logistic(u[i]);
      alphaTotal += dBeta * p;
      gradient[i++] = dBeta * initial.alpha * p * (1 - p);
    }
    if (shape.hasSeason()) {
      double p = logistic(u[i]);
      alphaTotal -= dGamma * p;
      gradient[i++] = dGamma * (1 - initial.alpha) * p * (1 - p);
    }
    if (shape.isDamped()) {
      double p = logistic(u[i]);
      gradient[i++] = dPhi * PHI_SPAN * p * (1 - p);
    }
    double p = logistic(u[0]);
    gradient[0] = alphaTotal * (HIGH - LOW) * p * (1 - p);
    gradient[i++] = dLevel;
    if (shape.hasTrend()) {
      gradient[i++] = dTrend;
    }
    if (shape.hasSeason()) {
      for (int j = 0; j < period - 1; j++) {
        gradient[i++] = seasonAdjoint[j] - seasonAdjoint[period - 1];
      }
    }
  }

  private static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static double logit(double p) {
    double inside = StrictMath.min(HIGH, StrictMath.max(LOW, p));
    return StrictMath.log(inside / (1 - inside));
  }
}
