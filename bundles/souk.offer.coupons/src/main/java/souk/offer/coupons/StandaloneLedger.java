package souk.offer.coupons;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.store.PostgresLog;

/** A ledger outside a platform, for tools and tests; to be closed. */
public final class StandaloneLedger extends Ledger {
  private static final long IDLE_MILLIS = 200;

  StandaloneLedger(LedgerKey key, Clock clock, LedgerWriter.Stores stores) {
    super(key, clock, stores, new SecureRandom(), IDLE_MILLIS);
  }

  /** The ledger of a state folder, read before this returns. */
  public static StandaloneLedger openIn(Path state, Clock clock) {
    LedgerFolder folder = new LedgerFolder(state);
    LedgerKey key = folder.key("sqlite", new SecureRandom());
    StandaloneLedger ledger = new StandaloneLedger(key, clock, folder.sqlite(key));
    ledger.awaitStart();
    return ledger;
  }

  /** A node over a database, with key and mark in its own state folder. */
  static StandaloneLedger node(Path state, Clock clock, PostgresLog.Connector database) {
    LedgerFolder folder = new LedgerFolder(state);
    LedgerKey key = folder.key("postgres", new SecureRandom());
    StandaloneLedger ledger = new StandaloneLedger(key, clock, folder.postgres(key, database));
    ledger.awaitStart();
    return ledger;
  }
}
