package souk.kernel.runtime.sequential;

/**
 * Compares the means of pairs (p, c), primary and candidate on the same case, while they come in.
 * Whether the candidate is worse than m times the primary is judged by the losses x = m·p − c (with
 * the opposite sign where small is good) and the one-sided normal mixture
 *
 * <pre>  E = 2 / √(1 + ρ²V) · exp(ρ²S² / (2(1 + ρ²V))) · Φ(ρS / √(1 + ρ²V)),  S = Σx,  V = Σx²
 * </pre>
 *
 * that is exp(λS − λ²V/2) averaged over a half-normal λ with scale ρ. While each x is symmetric
 * around zero given the past, E is not expected to grow, whatever the variances and tails (de la
 * Peña 1999; Robbins 1970 for the mixture): exact for a candidate as good as the primary, since p
 * and c could then be exchanged. For a candidate that is no worse on average but unsymmetric it
 * holds by the central limit theorem (asymptotic confidence sequences, Waudby-Smith et al. 2024).
 *
 * <p>The first pairs only set the scale ρ and are not tested. The interval for the ratio of the
 * means is the set of m that the two-sided mixture does not reject (Fieller's construction, held
 * for all times).
 *
 * <p>Not safe for use by many threads.
 */
public final class PairedRatio {
  /** The mixture is sharpest around this many pairs. */
  private static final double BEST_AT = 300;

  /** ρ²V at the sharpest place: −2 ln α + ln(−2 ln α) + 1 for α = 0.05, rounded. */
  private static final double BEST_INFORMATION = 8.8;

  private final int scaleSamples;
  private final boolean higherIsBetter;
  private final double keep;

  private long samples;
  private double primarySum;
  private double candidateSum;
  private double squaresForScale;
  private double rhoSquared;
  private double p;
  private double c;
  private double pp;
  private double pc;
  private double cc;
  private double maxLog;

  /**
   * @param scaleSamples pairs that set the scale, 1 or more
   * @param toleratedLoss loss as a share of the primary's mean that is not held against the
   *     candidate
   */
  public PairedRatio(int scaleSamples, boolean higherIsBetter, double toleratedLoss) {
    this.scaleSamples = Math.max(1, scaleSamples);
    this.higherIsBetter = higherIsBetter;
    this.keep = higherIsBetter ? 1 - toleratedLoss : 1 + toleratedLoss;
  }

  /** Adds a pair of finite numbers; others are ignored. */
  public void add(double primary, double candidate) {
    if (!Double.isFinite(primary) || !Double.isFinite(candidate)) {
      return;
    }
    samples++;
    primarySum += primary;
    candidateSum += candidate;
    if (rhoSquared == 0) {
      double x = keep * primary - candidate;
      squaresForScale += x * x;
      if (samples >= scaleSamples && squaresForScale > 0) {
        rhoSquared = BEST_INFORMATION * samples / (BEST_AT * squaresForScale);
      }
      return;
    }
    p += primary;
    c += candidate;
    pp += primary * primary;
    pc += primary * candidate;
    cc += candidate * candidate;
    maxLog = Math.max(maxLog, logWorse(keep));
  }

  public long samples() {
    return samples;
  }

  public double primaryMean() {
    return samples == 0 ? Double.NaN : primarySum / samples;
  }

  public double candidateMean() {
    return samples == 0 ? Double.NaN : candidateSum / samples;
  }

  /**
   * Candidate's mean over the primary's, less one; NaN while the primary's mean is not positive.
   */
  public double relativeDifference() {
    return primarySum > 0 ? candidateSum / primarySum - 1 : Double.NaN;
  }

  /** Largest evidence so far that the candidate is worse than tolerated; at least 1. */
  public double evidence() {
    return Math.exp(Math.min(700, maxLog));
  }

  /** Bounds of the relative difference that hold at all times together with chance 1 − alpha. */
  public double[] interval(double alpha) {
    if (rhoSquared == 0 || !(p > 0) || !(pp > 0)) {
      boolean equalSoFar = samples >= scaleSamples && squaresForScale == 0 && keep == 1;
      return equalSoFar && primarySum > 0
          ? new double[] {0, 0}
          : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    }
    double limit = Math.log(1 / alpha);
    double middle = c / p;
    return new double[] {bound(middle, -1, limit) - 1, bound(middle, 1, limit) - 1};
  }

  private double bound(double middle, int direction, double limit) {
    double step = 1e-6 * Math.max(1, Math.abs(middle));
    double inside = middle;
    double outside = middle + direction * step;
    while (logTwoSided(outside) < limit) {
      inside = outside;
      step *= 2;
      outside = middle + direction * step;
      if (step > 1e6) {
        return direction * Double.POSITIVE_INFINITY;
      }
    }
    for (int i = 0; i < 60; i++) {
      double half = (inside + outside) / 2;
      if (logTwoSided(half) < limit) {
        inside = half;
      } else {
        outside = half;
      }
    }
    return outside;
  }

  private double logWorse(double m) {
    double sum = higherIsBetter ? m * p - c : c - m * p;
    double root = Math.sqrt(1 + rhoSquared * squares(m));
    double z = Math.sqrt(rhoSquared) * sum / root;
    return Math.log(2) - Math.log(root) + z * z / 2 + Normal.logCdf(z);
  }

  private double logTwoSided(double m) {
    double sum = m * p - c;
    double information = 1 + rhoSquared * squares(m);
    return rhoSquared * sum * sum / (2 * information) - Math.log(information) / 2;
  }

  private double squares(double m) {
    return Math.max(0, m * m * pp - 2 * m * pc + cc);
  }

  /** Everything needed to go on later. */
  public double[] state() {
    return new double[] {
      samples, primarySum, candidateSum, squaresForScale, rhoSquared, p, c, pp, pc, cc, maxLog
    };
  }

  /** Goes on where {@link #state()} was taken; starts anew if it does not fit. */
  public PairedRatio resume(double[] state) {
    if (state.length == 11) {
      samples = (long) state[0];
      primarySum = state[1];
      candidateSum = state[2];
      squaresForScale = state[3];
      rhoSquared = state[4];
      p = state[5];
      c = state[6];
      pp = state[7];
      pc = state[8];
      cc = state[9];
      maxLog = state[10];
    }
    return this;
  }
}
