package souk.offer.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Counts what may be used only so often: coupons, limited offers, budgets. Whatever it acknowledges
 * is on stable storage. Safe for use by many threads.
 *
 * <p>All claims of a request succeed or none. A request whose idempotency key was seen before gets
 * the first answer again, a refusal included, also after a restart, for the number of days that it
 * is configured to; if its content is another one, it is refused ({@code key.conflict}). Methods
 * that change something throw a {@link LedgerException} if they refuse or if the ledger cannot
 * promise durability.
 */
@ProviderType
public interface CouponLedger extends LedgerView {
  /**
   * Takes all claims for a while; unless committed before, they are given back afterwards.
   *
   * @param ttl how long, more than zero and at most a day
   */
  Redemption reserve(RedemptionRequest request, Duration ttl);

  /**
   * Makes a reservation final; doing it again changes nothing.
   *
   * @param id of the redemption, as {@link #reserve} answered
   */
  Redemption commit(String id);

  /** Gives a reservation back; doing it again changes nothing. */
  Redemption release(String id);

  /** Reserves and commits in one durable step. */
  Redemption redeem(RedemptionRequest request);

  /**
   * Gives back what a committed redemption took, in whole or in part, for example after a refund.
   */
  Reversal reverse(ReversalRequest request);

  /** A redemption as it is now; empty if there is none of that id. */
  Optional<Redemption> find(String id);

  /** The redemption that an idempotency key led to, as it is now; empty if there is none. */
  Optional<Redemption> findByKey(String idempotencyKey);

  /**
   * Redemptions and reservations as they are now, in the order in which they were taken. What is
   * taken meanwhile is at the end.
   *
   * @param after id of the one before the first that is wanted; empty for the beginning
   * @param limit at most so many, from 1 to 1,000
   */
  List<Redemption> redemptions(Optional<String> after, int limit);

  /** State of the ledger; also answers while the ledger is not served. */
  LedgerStatus status();

  /**
   * Serves the ledger again although it differs from what was acknowledged. Everything that is
   * whole is kept, what is not is counted as lost; the old store is kept beside.
   *
   * @param differenceId of the difference that the status reports, so that nobody accepts another
   *     than the one they saw
   * @param by who accepts; written into the ledger
   */
  LedgerStatus accept(String differenceId, String by);

  /** Makes coupon codes. They are usable when this returns. */
  NewCoupons createBatch(BatchRequest request);

  /** Lets no coupon of a batch be used from now on; uses so far stay. */
  BatchStatus block(String batchId);

  /** All batches by id. */
  List<BatchStatus> batches();
}
