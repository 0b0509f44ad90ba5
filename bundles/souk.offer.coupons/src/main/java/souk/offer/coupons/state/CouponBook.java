package souk.offer.coupons.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import souk.offer.api.BatchStatus;
import souk.offer.coupons.record.Entry.BatchBegun;
import souk.offer.coupons.record.Entry.Codes;
import souk.offer.coupons.record.Hash128;

/** Batches of coupons and the uses of each. One thread changes it; others read without waiting. */
final class CouponBook {
  final Map<Integer, Batch> batches = new ConcurrentHashMap<>();
  final HashTable coupons = new HashTable();
  int nextBatch;
  private final Map<String, Batch> byId = new ConcurrentSkipListMap<>();
  private volatile int count;

  void begin(BatchBegun begun) {
    add(new Batch(begun));
    coupons.expect(begun.codes());
  }

  void add(Batch batch) {
    batches.put(batch.number(), batch);
    byId.put(batch.id(), batch);
    nextBatch = Math.max(nextBatch, batch.number() + 1);
  }

  void add(Codes codes) {
    ByteBuffer hashes = ByteBuffer.wrap(codes.hashes());
    long packed = new CouponUses(codes.batch(), 0, 0).packed();
    while (hashes.remaining() >= 16) {
      coupons.put(new Hash128(hashes.getLong(), hashes.getLong()), packed);
    }
    recount();
    nextBatch = Math.max(nextBatch, codes.batch() + 1);
  }

  void recount() {
    count = coupons.size();
  }

  /** A batch whose beginning was lost stays unknown. */
  void state(int number, BatchStatus.State next) {
    Batch batch = batches.get(number);
    if (batch != null) {
      batch.state(next);
    }
  }

  /** Counts uses of a coupon; one that is unknown stays so. */
  void use(Hash128 coupon, int used, int holding) {
    long packed = coupons.get(coupon, -1);
    if (packed >= 0) {
      CouponUses uses = CouponUses.of(packed);
      coupons.put(coupon, uses.plus(used, holding).packed());
      Batch batch = batches.get(uses.batch());
      if (batch != null) {
        batch.add(used, holding);
      }
    }
  }

  Optional<CouponUses> uses(Hash128 coupon) {
    long packed = coupons.get(coupon, -1);
    return packed < 0 ? Optional.empty() : Optional.of(CouponUses.of(packed));
  }

  @Nullable Batch batch(String id) {
    return byId.get(id);
  }

  /** By id. */
  List<Batch> all() {
    return new ArrayList<>(byId.values());
  }

  int count() {
    return count;
  }
}
