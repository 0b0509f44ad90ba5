package souk.offer.coupons;

import java.util.Optional;
import souk.offer.api.LedgerStatus.Difference;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.store.LedgerLog;
import souk.offer.coupons.store.LogException;
import souk.offer.coupons.store.Mark;
import souk.offer.coupons.store.Verification;

/**
 * Looks, portion by portion, at the rows that a start did not read because a checkpoint sums them
 * up. For one thread.
 */
final class Scrub {
  private static final int PORTION = 500;
  private final LedgerLog log;
  private final long end;
  private final Verification rows;
  private long at;

  /**
   * @param end number of the checkpoint's row
   * @param chain its chain hash, which the rows must lead to
   */
  Scrub(LedgerKey key, LedgerLog log, long end, byte[] chain) {
    this.log = log;
    this.end = end;
    this.rows = new Verification(key, new Mark(end, chain), (seq, entry) -> {});
  }

  /** Looks at the next portion, or at all that is left once something is wrong. */
  void step() throws LogException {
    long to = rows.rowsDamaged() ? end : Math.min(end, at + PORTION);
    log.scan(at, to, rows::row);
    at = to;
  }

  boolean done() {
    return at >= end;
  }

  /** Number of the last row that was looked at. */
  long at() {
    return at;
  }

  /** What is wrong, once all was looked at. */
  Optional<Difference> difference() {
    return done() ? rows.difference() : Optional.empty();
  }
}
