package souk.offer.engine;

import java.util.Optional;
import java.util.OptionalLong;
import souk.model.CustomerKey;
import souk.offer.api.LedgerView;
import souk.offer.api.LedgerView.CouponLook;
import souk.offer.api.LedgerView.OfferUse;
import souk.offer.api.Offer;
import souk.offer.api.OfferLimits;
import souk.offer.lib.compiled.Uses;

/** What the ledger says about offers and coupons, for one quote. Safe for use by many threads. */
interface LedgerLook {
  /** Nobody counts. */
  LedgerLook ABSENT = of(Optional.empty());

  /** What is left of a limited offer, as {@link Uses#left} answers. */
  long left(Offer offer, Optional<CustomerKey> customer);

  /** What is known of a coupon code. */
  Optional<CouponLook> coupon(String code);

  static LedgerLook of(Optional<? extends LedgerView> ledger) {
    return new LedgerLook() {
      @Override
      public long left(Offer offer, Optional<CustomerKey> customer) {
        return ledger.isEmpty()
            ? Uses.Verdict.NO_LEDGER.answer()
            : LedgerLook.left(ledger.get(), offer, customer);
      }

      @Override
      public Optional<CouponLook> coupon(String code) {
        return ledger.flatMap(view -> view.coupon(code));
      }
    };
  }

  private static long left(LedgerView view, Offer offer, Optional<CustomerKey> customer) {
    OfferLimits limits = offer.limits();
    OptionalLong perCustomer = limits.perCustomer();
    if (perCustomer.isPresent() && customer.isEmpty()) {
      return Uses.Verdict.NO_CUSTOMER.answer();
    }
    OfferUse use = view.use(offer.id(), customer);
    if (limits.total().isPresent() && use.orders() >= limits.total().getAsLong()) {
      return Uses.Verdict.TOTAL.answer();
    }
    if (perCustomer.isPresent() && use.ordersOfCustomer().orElse(0) >= perCustomer.getAsLong()) {
      return Uses.Verdict.CUSTOMER.answer();
    }
    if (limits.budget().isEmpty()) {
      return Uses.UNLIMITED;
    }
    long left = limits.budget().get().amountMinor() - use.spentMinor();
    return left > 0 ? left : Uses.Verdict.BUDGET.answer();
  }
}
