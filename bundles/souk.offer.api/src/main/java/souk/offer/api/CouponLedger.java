package souk.offer.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Counts what may be used only so often: coupons, limited offers, budgets. Whatever it acknowledges
 * is on stable storage. Safe for use by many threads.
 */
@ProviderType
public interface CouponLedger extends LedgerView {}
