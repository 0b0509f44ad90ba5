package souk.offer.coupons;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import souk.offer.api.LedgerStatus;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.store.PostgresLog;

/** A ledger outside a platform, for tools and tests; to be closed. */
public final class StandaloneLedger extends Ledger {
  private static final long IDLE_MILLIS = 200;
  private static final int KEY_DAYS = 30;

  StandaloneLedger(LedgerKey key, Clock clock, Stores stores) {
    super(key, clock, stores, new SecureRandom(), IDLE_MILLIS);
  }

  /** The ledger of a state folder, read before this returns. */
  public static StandaloneLedger openIn(Path state, Clock clock) {
    LedgerFolder folder = new LedgerFolder(state);
    LedgerKey key = folder.key("sqlite", new SecureRandom());
    return started(new StandaloneLedger(key, clock, folder.sqlite(key, KEY_DAYS)));
  }

  /** With checkpoints after other numbers of rows than usual. */
  public static StandaloneLedger openIn(Path state, Clock clock, long checkpointRows) {
    LedgerFolder folder = new LedgerFolder(state);
    LedgerKey key = folder.key("sqlite", new SecureRandom());
    Stores stores = folder.sqlite(key, KEY_DAYS);
    return started(
        new StandaloneLedger(key, clock, stores.with(stores.upkeep().every(checkpointRows))));
  }

  private static StandaloneLedger started(StandaloneLedger ledger) {
    ledger.awaitStart();
    return ledger;
  }

  /**
   * Returns when all rows that a checkpoint sums up were looked at, or the ledger stopped serving.
   */
  public void awaitChecked() throws InterruptedException {
    for (LedgerStatus now = status();
        now.state() == LedgerStatus.State.SERVING && now.checkedRows() < now.rows();
        now = status()) {
      Thread.sleep(2);
    }
  }

  /** A node over a database, with key and mark in its own state folder. */
  static StandaloneLedger node(Path state, Clock clock, PostgresLog.Connector database) {
    LedgerFolder folder = new LedgerFolder(state);
    LedgerKey key = folder.key("postgres", new SecureRandom());
    return started(new StandaloneLedger(key, clock, folder.postgres(key, database, KEY_DAYS)));
  }
}
