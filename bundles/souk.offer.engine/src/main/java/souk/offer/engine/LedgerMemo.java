package souk.offer.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import souk.model.CustomerKey;
import souk.offer.api.LedgerView.CouponLook;
import souk.offer.api.Offer;
import souk.offer.lib.compiled.Uses;

/**
 * Remembers what the ledger said during one quote, so that the quote can be worked out again when
 * the ledger says something else. Safe for use by many threads.
 */
final class LedgerMemo implements LedgerLook {
  private final LedgerLook ledger;
  private final Map<String, Long> left = new ConcurrentSkipListMap<>();
  private final Map<String, CouponLook> coupons = new ConcurrentSkipListMap<>();

  LedgerMemo(LedgerLook ledger) {
    this.ledger = ledger;
  }

  /** What was remembered, instead of a ledger. */
  LedgerMemo(Map<String, Long> left, Map<String, CouponLook> coupons) {
    this.ledger = LedgerLook.ABSENT;
    this.left.putAll(left);
    this.coupons.putAll(coupons);
  }

  @Override
  public long left(Offer offer, Optional<CustomerKey> customer) {
    Long known = left.get(offer.id());
    if (known == null) {
      known = ledger.left(offer, customer);
      left.put(offer.id(), known);
    }
    return known;
  }

  @Override
  public Optional<CouponLook> coupon(String code) {
    CouponLook known = coupons.get(code);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<CouponLook> look = ledger.coupon(code);
    look.ifPresent(found -> coupons.put(code, found));
    return look;
  }

  /** By offer, as {@link Uses#left} answers. */
  Map<String, Long> left() {
    return left;
  }

  /** By code. */
  Map<String, CouponLook> coupons() {
    return coupons;
  }
}
