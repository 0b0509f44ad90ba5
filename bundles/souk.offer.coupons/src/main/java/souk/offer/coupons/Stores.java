package souk.offer.coupons;

import souk.offer.coupons.store.LedgerLog;
import souk.offer.coupons.store.LogException;
import souk.offer.coupons.store.Mark;

/**
 * Where a ledger is kept.
 *
 * @param kind for people
 * @param log opens the rows
 * @param mark opens the mark
 * @param shared true if other processes write too, so that their rows are looked for when idle
 * @param upkeep checkpoints and retention
 */
record Stores(String kind, LedgerLog.Opener log, MarkOpener mark, boolean shared, Upkeep upkeep) {
  /** Opens the mark. */
  @FunctionalInterface
  interface MarkOpener {
    Mark.Keeper open() throws LogException;
  }

  Stores with(Upkeep other) {
    return new Stores(kind, log, mark, shared, other);
  }
}
