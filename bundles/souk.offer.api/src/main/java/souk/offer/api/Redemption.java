package souk.offer.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import souk.model.Money;

/** What the ledger took for one order. Immutable. */
public final class Redemption {
  /** How far a redemption has come. */
  public enum State {
    /** Taken until it expires. */
    RESERVED,
    /** Final. */
    COMMITTED,
    /** Given back before it was final. */
    RELEASED,
    /** Given back because nobody committed in time. */
    EXPIRED,
    /** Was final; some of it was given back. */
    PARTLY_REVERSED,
    /** Was final; all of it was given back. */
    REVERSED
  }

  /**
   * What was taken of one offer.
   *
   * @param offerId the offer
   * @param amount discount given
   * @param reversed of it given back since
   * @param batchId batch of the coupon, if one was used
   */
  public record Part(String offerId, Money amount, Money reversed, Optional<String> batchId) {}

  private final String id;
  private final String orderId;
  private final State state;
  private final Instant recordedAt;
  private final Optional<Instant> expiresAt;
  private final List<Part> parts;
  private final List<PaidLine> lines;
  private final boolean pricesIncludeTax;
  private final boolean replayed;

  private Redemption(Builder builder) {
    this.id = builder.id;
    this.orderId = builder.orderId;
    this.state = builder.state;
    this.recordedAt = builder.recordedAt;
    this.expiresAt = builder.expiresAt;
    this.parts = builder.parts;
    this.lines = builder.lines;
    this.pricesIncludeTax = builder.pricesIncludeTax;
    this.replayed = builder.replayed;
  }

  public static Builder builder(String id, String orderId, State state, Instant recordedAt) {
    return new Builder(id, orderId, state, recordedAt);
  }

  public String id() {
    return id;
  }

  public String orderId() {
    return orderId;
  }

  public State state() {
    return state;
  }

  /** Clock of the ledger when it was written. */
  public Instant recordedAt() {
    return recordedAt;
  }

  /** When a reservation ends unless it is committed. */
  public Optional<Instant> expiresAt() {
    return expiresAt;
  }

  /** One per claim, in the order of the request. */
  public List<Part> parts() {
    return parts;
  }

  public List<PaidLine> lines() {
    return lines;
  }

  public boolean pricesIncludeTax() {
    return pricesIncludeTax;
  }

  /** True if this is an earlier answer given again; says nothing about the order itself. */
  public boolean replayed() {
    return replayed;
  }

  /** Names no customer and no coupon. */
  @Override
  public String toString() {
    return "Redemption[%s of order %s: %s, %s]".formatted(id, orderId, state, parts);
  }

  /** Collects a redemption; not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final String orderId;
    private final State state;
    private final Instant recordedAt;
    private Optional<Instant> expiresAt = Optional.empty();
    private List<Part> parts = List.of();
    private List<PaidLine> lines = List.of();
    private boolean pricesIncludeTax = true;
    private boolean replayed;

    private Builder(String id, String orderId, State state, Instant recordedAt) {
      this.id = Objects.requireNonNull(id, "id");
      this.orderId = Objects.requireNonNull(orderId, "orderId");
      this.state = Objects.requireNonNull(state, "state");
      this.recordedAt = Objects.requireNonNull(recordedAt, "recordedAt");
    }

    public Builder expiresAt(Instant end) {
      this.expiresAt = Optional.of(end);
      return this;
    }

    public Builder parts(List<Part> all) {
      this.parts = List.copyOf(all);
      return this;
    }

    public Builder lines(List<PaidLine> all, boolean includeTax) {
      this.lines = List.copyOf(all);
      this.pricesIncludeTax = includeTax;
      return this;
    }

    public Builder replayed(boolean again) {
      this.replayed = again;
      return this;
    }

    public Redemption build() {
      return new Redemption(this);
    }
  }
}
