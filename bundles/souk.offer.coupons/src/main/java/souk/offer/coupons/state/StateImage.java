package souk.offer.coupons.state;

import java.nio.ByteBuffer;
import java.util.Map;
import souk.offer.coupons.record.BadRecordException;
import souk.offer.coupons.record.ByteSink;
import souk.offer.coupons.record.ByteSource;
import souk.offer.coupons.record.Entry.Taken;
import souk.offer.coupons.record.EntryCodec;

/** A state as bytes, and back. For the thread that applies entries. */
public final class StateImage {
  private static final int SPARE = 64 * 1024;

  /** Largest image: beyond it a start adds up all rows. */
  private static final long MOST = 1_500_000_000;

  private StateImage() {}

  /** All of a state but keys whose time is over; empty if it is too large. */
  public static ByteBuffer of(LedgerState state) {
    state.keys.keepFrom(state.ages.firstKnown());
    HashTable[] tables = tables(state);
    long numbers = 0;
    for (HashTable table : tables) {
      numbers += table.size();
    }
    if (numbers * HashTable.BYTES > MOST) {
      return ByteBuffer.allocate(0);
    }
    ByteSink sink = new ByteSink((int) numbers * HashTable.BYTES + SPARE);
    sink.i32(state.book.nextBatch).i32(state.offers.size());
    state.offers.forEach(
        (id, count) -> {
          sink.text(id);
          count.write(sink);
        });
    sink.i32(state.book.batches.size());
    state.book.batches.values().forEach(batch -> batch.write(sink));
    for (HashTable table : tables) {
      table.write(sink);
    }
    sink.i32(state.reversals.size());
    state.reversals.forEach(
        (seq, all) -> {
          sink.i64(seq).i32(all.length);
          for (long one : all) {
            sink.i64(one);
          }
        });
    sink.i32(state.reservations.held.size());
    state.reservations.held.forEach((seq, taken) -> sink.i64(seq).block(EntryCodec.encode(taken)));
    state.ages.write(sink);
    return sink.view();
  }

  /**
   * The state of an image.
   *
   * @throws BadRecordException if it is none
   */
  public static LedgerState read(ByteSource source, int keyDays) {
    LedgerState state = new LedgerState(keyDays);
    int nextBatch = source.i32();
    int offers = source.count(24);
    for (int i = 0; i < offers; i++) {
      state.offers.put(source.text(), OfferCount.read(source));
    }
    int batches = source.count(21);
    for (int i = 0; i < batches; i++) {
      state.book.add(Batch.read(source));
    }
    state.book.nextBatch = nextBatch;
    for (HashTable table : tables(state)) {
      table.read(source);
    }
    state.book.recount();
    readReversals(source, state.reversals);
    int held = source.count(12);
    for (int i = 0; i < held; i++) {
      long seq = source.i64();
      if (!(EntryCodec.decode(source.block(), 0) instanceof Taken taken)) {
        throw new BadRecordException("a reservation that is none");
      }
      state.reservations.hold(seq, taken);
    }
    state.ages.read(source);
    source.end();
    return state;
  }

  private static HashTable[] tables(LedgerState state) {
    return new HashTable[] {state.customers, state.book.coupons, state.keys, state.outcomes};
  }

  private static void readReversals(ByteSource source, Map<Long, long[]> into) {
    int count = source.count(12);
    for (int i = 0; i < count; i++) {
      long seq = source.i64();
      long[] all = new long[source.count(8)];
      for (int k = 0; k < all.length; k++) {
        all[k] = source.i64();
      }
      into.put(seq, all);
    }
  }
}
