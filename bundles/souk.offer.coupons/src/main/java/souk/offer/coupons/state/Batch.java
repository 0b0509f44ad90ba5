package souk.offer.coupons.state;

import java.time.Instant;
import java.util.Optional;
import souk.offer.api.BatchStatus;
import souk.offer.coupons.record.Entry.BatchBegun;

/** One batch of coupons. One thread writes, others read. */
public final class Batch {
  /** Stands for no instant. */
  public static final long NEVER = Long.MIN_VALUE;

  private final BatchBegun begun;
  private volatile BatchStatus.State state = BatchStatus.State.INCOMPLETE;
  private volatile long used;
  private volatile long held;

  Batch(BatchBegun begun) {
    this.begun = begun;
  }

  public String id() {
    return begun.batchId();
  }

  /** As entries name it. */
  public int number() {
    return begun.batch();
  }

  int usesPerCode() {
    return begun.usesPerCode();
  }

  public BatchStatus.State state() {
    return state;
  }

  void state(BatchStatus.State next) {
    state = next;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
  void add(int moreUsed, int moreHeld) {
    used += moreUsed;
    held += moreHeld;
  }

  /** Why a coupon of this batch cannot be used at an instant; empty text if it can. */
  String obstacle(CouponUses uses, long atMillis) {
    if (state == BatchStatus.State.INCOMPLETE) {
      return "coupon.unknown";
    }
    if (state == BatchStatus.State.BLOCKED) {
      return "coupon.blocked";
    }
    if (begun.untilMillis() != NEVER && atMillis >= begun.untilMillis()) {
      return "coupon.expired";
    }
    if (begun.fromMillis() != NEVER && atMillis < begun.fromMillis()) {
      return "coupon.not-yet-valid";
    }
    if (uses.used() >= begun.usesPerCode()) {
      return "coupon.used";
    }
    return uses.used() + uses.held() >= begun.usesPerCode() ? "coupon.reserved" : "";
  }

  public BatchStatus status() {
    return BatchStatus.builder(begun.batchId(), state)
        .codes(begun.codes(), begun.usesPerCode())
        .uses(used, held)
        .valid(instant(begun.fromMillis()), instant(begun.untilMillis()))
        .build();
  }

  private static Optional<Instant> instant(long millis) {
    return millis == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
