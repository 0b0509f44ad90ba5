package souk.offer.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A batch of coupons and its uses. Immutable. */
public final class BatchStatus {
  /** Whether coupons of a batch may be used. */
  public enum State {
    /** Was cut short while it was made; its codes were never handed out and are unknown. */
    INCOMPLETE,
    /** Codes may be used. */
    OPEN,
    /** No code may be used any more. */
    BLOCKED
  }

  private final String batchId;
  private final State state;
  private final long codes;
  private final int usesPerCode;
  private final long used;
  private final long reserved;
  private final Optional<Instant> validFrom;
  private final Optional<Instant> validUntil;

  private BatchStatus(Builder builder) {
    this.batchId = builder.batchId;
    this.state = builder.state;
    this.codes = builder.codes;
    this.usesPerCode = builder.usesPerCode;
    this.used = builder.used;
    this.reserved = builder.reserved;
    this.validFrom = builder.validFrom;
    this.validUntil = builder.validUntil;
  }

  public static Builder builder(String batchId, State state) {
    return new Builder(batchId, state);
  }

  public String batchId() {
    return batchId;
  }

  public State state() {
    return state;
  }

  public long codes() {
    return codes;
  }

  public int usesPerCode() {
    return usesPerCode;
  }

  /** Final uses of all codes. */
  public long used() {
    return used;
  }

  /** Uses held by reservations. */
  public long reserved() {
    return reserved;
  }

  public Optional<Instant> validFrom() {
    return validFrom;
  }

  public Optional<Instant> validUntil() {
    return validUntil;
  }

  @Override
  public String toString() {
    return "BatchStatus[%s: %s, codes=%d x %d, used=%d, reserved=%d]"
        .formatted(batchId, state, codes, usesPerCode, used, reserved);
  }

  /** Collects a status; not safe for use by many threads. */
  public static final class Builder {
    private final String batchId;
    private final State state;
    private long codes;
    private int usesPerCode = 1;
    private long used;
    private long reserved;
    private Optional<Instant> validFrom = Optional.empty();
    private Optional<Instant> validUntil = Optional.empty();

    private Builder(String batchId, State state) {
      this.batchId = Objects.requireNonNull(batchId, "batchId");
      this.state = Objects.requireNonNull(state, "state");
    }

    public Builder codes(long count, int usesEach) {
      this.codes = count;
      this.usesPerCode = usesEach;
      return this;
    }

    public Builder uses(long last, long held) {
      this.used = last;
      this.reserved = held;
      return this;
    }

    public Builder valid(Optional<Instant> from, Optional<Instant> until) {
      this.validFrom = from;
      this.validUntil = until;
      return this;
    }

    public BatchStatus build() {
      return new BatchStatus(this);
    }
  }
}
