package souk.offer.coupons.state;

import java.time.Instant;
import java.util.Optional;
import souk.offer.api.BatchStatus;
import souk.offer.coupons.record.BadRecordException;
import souk.offer.coupons.record.ByteSink;
import souk.offer.coupons.record.ByteSource;
import souk.offer.coupons.record.Entry.BatchBegun;
import souk.offer.coupons.record.EntryCodec;

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

  static Batch read(ByteSource source) {
    if (!(EntryCodec.decode(source.block(), 0) instanceof BatchBegun begun)) {
      throw new BadRecordException("a batch that is none");
    }
    Batch batch = new Batch(begun);
    int state = source.u8();
    if (state >= BatchStatus.State.values().length) {
      throw new BadRecordException("the unknown state of a batch " + state);
    }
    batch.state = BatchStatus.State.values()[state];
    batch.used = source.i64();
    batch.held = source.i64();
    return batch;
  }

  void write(ByteSink sink) {
    sink.block(EntryCodec.encode(begun)).u8(state.ordinal()).i64(used).i64(held);
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
