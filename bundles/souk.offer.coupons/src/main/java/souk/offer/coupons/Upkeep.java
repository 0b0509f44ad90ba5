package souk.offer.coupons;

import java.nio.file.Path;

/**
 * How a ledger is kept quick to start and small.
 *
 * @param checkpoint file of the last checkpoint
 * @param everyRows rows from one checkpoint to the next
 * @param closingRows rows behind the last checkpoint for which an orderly end makes one more
 * @param keyDays for how many days at least a used idempotency key is known
 */
record Upkeep(Path checkpoint, long everyRows, long closingRows, int keyDays) {
  private static final long EVERY_ROWS = 100_000;
  private static final long CLOSING_ROWS = 1_000;

  Upkeep {
    if (keyDays < 1) {
      throw new IllegalArgumentException(
          "Idempotency keys must be known for at least 1 day, not %d.".formatted(keyDays));
    }
  }

  static Upkeep standard(Path checkpoint, int keyDays) {
    return new Upkeep(checkpoint, EVERY_ROWS, CLOSING_ROWS, keyDays);
  }

  /** With checkpoints at other distances. */
  Upkeep every(long rows) {
    return new Upkeep(checkpoint, rows, rows, keyDays);
  }
}
