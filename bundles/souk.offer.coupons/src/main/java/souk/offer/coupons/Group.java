package souk.offer.coupons;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.offer.coupons.record.BadRecordException;
import souk.offer.coupons.record.Entry;
import souk.offer.coupons.record.EntryCodec;
import souk.offer.coupons.record.Seal;
import souk.offer.coupons.state.LedgerState;
import souk.offer.coupons.store.LedgerLog;
import souk.offer.coupons.store.LogException;
import souk.offer.coupons.store.RowSink;

/** Entries that become durable together. For the writer's thread. */
final class Group {
  private final LedgerLog log;
  private final LedgerState state;
  private final Seal seal;
  private final long now;
  private final Map<Long, Entry> pending = new HashMap<>();
  private final long before;
  private long last;
  private byte[] chain;

  /**
   * @param last number of the last row before the group
   * @param chain its chain hash
   */
  Group(LedgerLog log, LedgerState state, Seal seal, long now, long last, byte[] chain) {
    this.log = log;
    this.state = state;
    this.seal = seal;
    this.now = now;
    this.before = last;
    this.last = last;
    this.chain = chain;
  }

  LedgerState state() {
    return state;
  }

  long now() {
    return now;
  }

  /** Adds an entry and counts it; its number. */
  long add(Entry entry) throws LogException {
    byte[] row = seal.seal(last + 1, chain, EntryCodec.encode(entry));
    log.append(last + 1, row);
    last++;
    chain = Seal.chainOf(row);
    pending.put(last, entry);
    state.apply(last, entry);
    return last;
  }

  /** Hands over rows of earlier groups behind a number. */
  void earlier(long after, long until, RowSink sink) throws LogException {
    log.scan(after, Math.min(until, before), sink);
  }

  /** Number of the last row of earlier groups. */
  long before() {
    return before;
  }

  /** An entry of this group or an earlier one; null if there is none. */
  @Nullable Entry entry(long seq) throws LogException {
    Entry mine = pending.get(seq);
    if (mine != null) {
      return mine;
    }
    byte[] row = seq < 1 || seq > last ? null : log.read(seq);
    return row == null ? null : decoded(seq, row);
  }

  /** The entry of a row that is whole. */
  static Entry decoded(long seq, byte[] row) throws LogException {
    if (!Seal.whole(seq, row)) {
      throw new LogException(
          "Row %d of the ledger has changed since it was written.".formatted(seq),
          new IllegalStateException("bad checksum"),
          true);
    }
    try {
      return EntryCodec.decode(row, Seal.HEAD);
    } catch (BadRecordException e) {
      throw new LogException(String.valueOf(e.getMessage()), e, true);
    }
  }

  boolean isEmpty() {
    return pending.isEmpty();
  }

  long last() {
    return last;
  }

  byte[] chain() {
    return chain;
  }
}
