package souk.kernel.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the calls of one role are spread: a primary, at most one canary with a stable share, and
 * shadows that get copies. Immutable.
 */
public final class Traffic {
  private final Optional<StrategyRef> primary;
  private final Optional<StrategyRef> canary;
  private final double canaryShare;
  private final List<StrategyRef> shadows;

  private Traffic(Builder builder) {
    this.primary = builder.primary;
    this.canary = builder.canary;
    this.canaryShare = builder.canaryShare;
    this.shadows = List.copyOf(builder.shadows);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Empty if nothing was selected yet: the router then decides by ranking. */
  public Optional<StrategyRef> primary() {
    return primary;
  }

  public Optional<StrategyRef> canary() {
    return canary;
  }

  /** Share of calls for the canary in [0, 1]. */
  public double canaryShare() {
    return canaryShare;
  }

  public List<StrategyRef> shadows() {
    return shadows;
  }

  /** Collects traffic; not safe for use by many threads. */
  public static final class Builder {
    private Optional<StrategyRef> primary = Optional.empty();
    private Optional<StrategyRef> canary = Optional.empty();
    private double canaryShare;
    private final List<StrategyRef> shadows = new ArrayList<>();

    private Builder() {}

    public Builder primary(StrategyRef ref) {
      this.primary = Optional.of(ref);
      return this;
    }

    public Builder canary(StrategyRef ref, double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "A canary's share must lie in [0, 1], but is " + share + ".");
      }
      this.canary = Optional.of(ref);
      this.canaryShare = share;
      return this;
    }

    public Builder shadow(StrategyRef ref) {
      shadows.add(ref);
      return this;
    }

    public Traffic build() {
      return new Traffic(this);
    }
  }
}
