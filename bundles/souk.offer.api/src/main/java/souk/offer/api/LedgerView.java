package souk.offer.api;

import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.CustomerKey;

/**
 * What the ledger knows, for quotes: a look at memory that never waits and changes nothing. What it
 * says may be overtaken before the order is paid; only the {@link CouponLedger} decides. Safe for
 * use by many threads.
 */
@ProviderType
public interface LedgerView {
  /** What is known of a coupon code as typed; empty if no batch contains it. */
  Optional<CouponLook> coupon(String code);

  /**
   * How an offer was used so far.
   *
   * @param customer whose uses are counted too, if given
   */
  OfferUse use(String offerId, Optional<CustomerKey> customer);

  /**
   * A coupon of a batch.
   *
   * @param batchId the batch
   * @param usable false if it was used up, is reserved, was blocked or has expired
   * @param code of the reason if it is not usable, for example {@code coupon.used}
   */
  record CouponLook(String batchId, boolean usable, String code) {}

  /**
   * Uses of one offer, reserved ones included.
   *
   * @param orders of all customers
   * @param ordersOfCustomer of the customer asked for; empty if none was
   * @param spentMinor sum of the discounts given, in minor units of the budget's currency
   */
  record OfferUse(long orders, OptionalLong ordersOfCustomer, long spentMinor) {}
}
