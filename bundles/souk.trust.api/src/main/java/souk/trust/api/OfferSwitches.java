package souk.trust.api;

import java.util.List;
import java.util.Optional;

/** Which offers are stopped now. Immutable. */
public final class OfferSwitches {
  private final Optional<OfferSwitch> allKilled;
  private final List<OfferSwitch> killed;
  private final List<OfferSwitch> paused;
  private final boolean durable;

  private OfferSwitches(Builder builder) {
    this.allKilled = builder.allKilled;
    this.killed = builder.killed;
    this.paused = builder.paused;
    this.durable = builder.durable;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Set while no offer at all is given. */
  public Optional<OfferSwitch> allKilled() {
    return allKilled;
  }

  /** Offers with a kill switch of their own, by offer id. */
  public List<OfferSwitch> killed() {
    return killed;
  }

  /** By offer id. */
  public List<OfferSwitch> paused() {
    return paused;
  }

  /** False while a stop holds for the tills, but is not yet on stable storage. */
  public boolean durable() {
    return durable;
  }

  /** Collects switches; not safe for use by many threads. */
  public static final class Builder {
    private Optional<OfferSwitch> allKilled = Optional.empty();
    private List<OfferSwitch> killed = List.of();
    private List<OfferSwitch> paused = List.of();
    private boolean durable = true;

    private Builder() {}

    public Builder allKilled(Optional<OfferSwitch> by) {
      this.allKilled = by;
      return this;
    }

    public Builder killed(List<OfferSwitch> each) {
      this.killed = List.copyOf(each);
      return this;
    }

    public Builder paused(List<OfferSwitch> each) {
      this.paused = List.copyOf(each);
      return this;
    }

    public Builder durable(boolean onStableStorage) {
      this.durable = onStableStorage;
      return this;
    }

    public OfferSwitches build() {
      return new OfferSwitches(this);
    }
  }
}
