package souk.offer.api;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Quotes a cart and takes what its offers claim, in one durable step. What was paid per line is
 * kept, so that {@link CouponLedger#reverse} computes refunds of any units: never more than was
 * paid, and budgets get their part back. Commit, release and find are those of the ledger. Safe for
 * use by many threads.
 */
@ProviderType
public interface Checkout {
  /**
   * Quotes and redeems. The same key with the same cart gets the first answer again, whatever the
   * cart would cost now.
   *
   * @throws QuoteException if the cart cannot be quoted
   * @throws LedgerException if a claim is refused, or the price is not the expected one
   */
  Receipt redeem(CheckoutRequest request);

  /** Quotes and reserves; the receipt's redemption is to be committed before it expires. */
  Receipt reserve(CheckoutRequest request, Duration ttl);
}
