package souk.offer.coupons;

import souk.offer.coupons.record.Entry;
import souk.offer.coupons.record.Entry.Accepted;
import souk.offer.coupons.record.Entry.Lost;
import souk.offer.coupons.record.EntryCodec;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.record.Seal;
import souk.offer.coupons.store.LedgerLog;
import souk.offer.coupons.store.LogException;
import souk.offer.coupons.store.RowSink;

/**
 * Writes rows anew with seals that fit: whole ones as they are, a placeholder for each that is not.
 * For one use.
 */
final class Salvage {
  private static final byte[] LOST = EntryCodec.encode(new Lost());
  private final Seal seal;
  private final RowSink sink;
  private long last;
  private byte[] chain = Seal.origin();

  Salvage(LedgerKey key, RowSink sink) {
    this.seal = new Seal(key);
    this.sink = sink;
  }

  /** All rows of a log, placeholders up to an end, and the note of who accepted that. */
  void run(LedgerLog log, long end, String by, String text, long now) throws LogException {
    log.scan(
        0,
        LedgerLog.END,
        (seq, row) -> {
          fill(seq - 1);
          write(Seal.whole(seq, row) && decodes(row) ? entry(row) : LOST);
        });
    append(last, chain, end, by, text, now);
  }

  /** Placeholders behind a row up to an end, and the note of who accepted that. */
  void append(long after, byte[] itsChain, long end, String by, String text, long now)
      throws LogException {
    last = after;
    chain = itsChain;
    fill(end);
    write(EntryCodec.encode(new Accepted(by, text, now)));
  }

  private void fill(long end) throws LogException {
    while (last < end) {
      write(LOST);
    }
  }

  private void write(byte[] entry) throws LogException {
    byte[] row = seal.seal(last + 1, chain, entry);
    sink.row(last + 1, row);
    last++;
    chain = Seal.chainOf(row);
  }

  private static byte[] entry(byte[] row) {
    return java.util.Arrays.copyOfRange(row, Seal.HEAD, row.length);
  }

  private static boolean decodes(byte[] row) {
    try {
      Entry entry = EntryCodec.decode(row, Seal.HEAD);
      return entry != null;
    } catch (souk.offer.coupons.record.BadRecordException e) {
      return false;
    }
  }
}
