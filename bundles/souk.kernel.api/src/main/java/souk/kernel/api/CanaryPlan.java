package souk.kernel.api;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a strategy is tried on a share of live traffic, and what ends the trial. Every limit is
 * watched from the first call on, with tests that stay valid however often one looks. Immutable.
 *
 * <pre>{@code
 * CanaryPlan plan = CanaryPlan.builder(0.05).exposures(2_000).tolerate("margin-per-quote", 0.01).build();
 * }</pre>
 */
public final class CanaryPlan {
  private final double share;
  private final long exposures;
  private final double errorLimit;
  private final double latencyFactor;
  private final long latencyFloorMicros;
  private final double alpha;
  private final int minSamples;
  private final double passLoss;
  private final Map<String, Double> toleratedLosses;
  private final boolean promote;

  private CanaryPlan(Builder builder) {
    this.share = builder.share;
    this.exposures = builder.exposures;
    this.errorLimit = builder.errorLimit;
    this.latencyFactor = builder.latencyFactor;
    this.latencyFloorMicros = builder.latencyFloorMicros;
    this.alpha = builder.alpha;
    this.minSamples = builder.minSamples;
    this.passLoss = builder.passLoss;
    this.toleratedLosses = Map.copyOf(builder.toleratedLosses);
    this.promote = builder.promote;
  }

  /**
   * @param share share of the traffic keys that the candidate serves, in (0, 1]
   */
  public static Builder builder(double share) {
    return new Builder(share);
  }

  public double share() {
    return share;
  }

  /** Exposure budget: most sessions, or calls outside sessions, that the candidate may serve. */
  public long exposures() {
    return exposures;
  }

  /** Tolerated share of failed calls above the primary's own, in (0, 1). */
  public double errorLimit() {
    return errorLimit;
  }

  /**
   * A call is slow if it takes longer than this times the primary's p99, live or in the pool,
   * whichever is longer.
   */
  public double latencyFactor() {
    return latencyFactor;
  }

  /** A call is never called slow below this, in microseconds. */
  public long latencyFloorMicros() {
    return latencyFloorMicros;
  }

  /** Chance, over the whole trial, that any guardrail stops a candidate that is as good. */
  public double alpha() {
    return alpha;
  }

  /** Measured outcomes before a metric can be judged; they set its scale. */
  public int minSamples() {
    return minSamples;
  }

  /**
   * A candidate passes if, at the end of its budget, every measured metric is proven to lose less
   * than this share of the primary's mean.
   */
  public double passLoss() {
    return passLoss;
  }

  /**
   * Loss of a metric, as a share of the primary's mean, that does not stop the trial; usually 0.
   */
  public double toleratedLoss(String metric) {
    return toleratedLosses.getOrDefault(metric, 0.0);
  }

  /** Tolerated losses by metric id, where they are not 0. */
  public Map<String, Double> toleratedLosses() {
    return toleratedLosses;
  }

  /** Whether a candidate that passes becomes the primary by itself. */
  public boolean promote() {
    return promote;
  }

  /** Collects a plan; not safe for use by many threads. */
  public static final class Builder {
    private final double share;
    private long exposures = 2_000;
    private double errorLimit = 0.01;
    private double latencyFactor = 3;
    private long latencyFloorMicros = 20_000;
    private double alpha = 0.05;
    private int minSamples = 30;
    private double passLoss = 0.05;
    private final Map<String, Double> toleratedLosses = new TreeMap<>();
    private boolean promote;

    private Builder(double share) {
      this.share = within("share of traffic", share, 1);
    }

    public Builder exposures(long most) {
      this.exposures = atLeastOne("exposure budget", most);
      return this;
    }

    public Builder errorLimit(double limit) {
      this.errorLimit = within("error limit", limit, 0.5);
      return this;
    }

    public Builder latency(double factor, long floorMicros) {
      if (!(factor >= 1 && factor <= 1_000)) {
        throw new IllegalArgumentException(
            "The latency factor must lie in [1, 1000], but is %s.".formatted(factor));
      }
      this.latencyFactor = factor;
      this.latencyFloorMicros = atLeastOne("latency floor (µs)", floorMicros);
      return this;
    }

    public Builder alpha(double chance) {
      this.alpha = within("chance of a false stop", chance, 0.5);
      return this;
    }

    public Builder minSamples(int samples) {
      this.minSamples = (int) atLeastOne("number of samples", samples);
      return this;
    }

    public Builder passLoss(double loss) {
      this.passLoss = within("loss of a pass", loss, 1);
      return this;
    }

    /**
     * @param loss share of the primary's mean in [0, 1)
     */
    public Builder tolerate(String metric, double loss) {
      if (!(loss >= 0 && loss < 1)) {
        throw new IllegalArgumentException(
            "The tolerated loss of %s must lie in [0, 1), but is %s.%nMaybe it was given in percent."
                .formatted(metric, loss));
      }
      if (loss > 0) {
        toleratedLosses.put(metric, loss);
      }
      return this;
    }

    public Builder promote(boolean byItself) {
      this.promote = byItself;
      return this;
    }

    public CanaryPlan build() {
      return new CanaryPlan(this);
    }

    private static double within(String what, double value, double most) {
      if (!(value > 0 && value <= most)) {
        throw new IllegalArgumentException(
            "A canary's %s must lie in (0, %s], but is %s.%nMaybe it was given in percent."
                .formatted(what, most, value));
      }
      return value;
    }

    private static long atLeastOne(String what, long value) {
      if (value < 1) {
        throw new IllegalArgumentException(
            "A canary's %s must be 1 or more, but is %d.".formatted(what, value));
      }
      return value;
    }
  }
}
