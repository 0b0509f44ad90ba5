package souk.offer.coupons.state;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.model.Money;
import souk.offer.coupons.record.Entry.TakenClaim;
import souk.offer.coupons.record.Hash128;

/** Decides whether claims may be taken. For the thread that applies entries. */
public final class Admission {
  private final LedgerState state;

  public Admission(LedgerState state) {
    this.state = state;
  }

  /** Why not: a stable code and a text without customers and codes. */
  public record Obstacle(String code, String text) {}

  /**
   * Looks at all claims of an order.
   *
   * @param customer pseudonym, or none
   * @param atMillis instant of the quote
   */
  public Optional<Obstacle> obstacle(List<TakenClaim> claims, Hash128 customer, long atMillis) {
    for (int i = 0; i < claims.size(); i++) {
      Obstacle found = ofLimits(claims, i, customer);
      if (found == null) {
        found = ofCoupon(claims, i, atMillis);
      }
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private @Nullable Obstacle ofLimits(List<TakenClaim> claims, int i, Hash128 customer) {
    TakenClaim claim = claims.get(i);
    String offer = claim.offerId();
    OfferCount count = state.offer(offer);
    long before = 0;
    long spending = 0;
    for (int k = 0; k < i; k++) {
      if (claims.get(k).offerId().equals(offer)) {
        before++;
        spending = add(spending, claims.get(k).amountMinor());
      }
    }
    long orders = (count == null ? 0 : count.orders()) + before;
    if (claim.total() > 0 && orders >= claim.total()) {
      return new Obstacle(
          "limit.total",
          "Offer %s was used %d times, and %d is its limit.%nMaybe reservations will come back: reserved uses count until they end."
              .formatted(offer, orders, claim.total()));
    }
    if (claim.perCustomer() > 0) {
      if (!customer.present()) {
        return new Obstacle(
            "limit.per-customer",
            "Offer %s is limited per customer, but the order names none.%nMaybe the customer has to log in or show a card."
                .formatted(offer));
      }
      long own = state.ordersOf(count, customer) + before;
      if (own >= claim.perCustomer()) {
        return new Obstacle(
            "limit.per-customer",
            "The customer has used offer %s %d times, and %d is the limit per customer."
                .formatted(offer, own, claim.perCustomer()));
      }
    }
    long spent = add(count == null ? 0 : count.spent(claim.currency()), spending);
    long then = add(spent, claim.amountMinor());
    if (claim.budgetMinor() > 0 || then == Long.MAX_VALUE) {
      if (then > claim.budgetMinor() || then == Long.MAX_VALUE) {
        return new Obstacle(
            "limit.budget",
            "Offer %s has given %s of its budget of %s, which is too little left for %s.%nMaybe quote the cart again: a quote gives at most what is left."
                .formatted(
                    offer,
                    Money.ofMinor(spent, claim.currency()),
                    Money.ofMinor(claim.budgetMinor(), claim.currency()),
                    Money.ofMinor(claim.amountMinor(), claim.currency())));
      }
    }
    return null;
  }

  private @Nullable Obstacle ofCoupon(List<TakenClaim> claims, int i, long atMillis) {
    TakenClaim claim = claims.get(i);
    if (!LedgerState.countsCoupon(claims, i)) {
      return null;
    }
    Optional<CouponUses> uses = state.coupon(claim.coupon());
    String code = uses.map(found -> obstacle(found, atMillis)).orElse("coupon.unknown");
    return code.isEmpty() ? null : new Obstacle(code, text(code, claim.offerId(), uses));
  }

  private String text(String code, String offer, Optional<CouponUses> uses) {
    Batch known = uses.map(found -> state.batch(found.batch())).orElse(null);
    String batch = known == null ? "" : " of batch " + known.id();
    return switch (code) {
      case "coupon.used" ->
          "The coupon%s for offer %s was used as often as it may be.".formatted(batch, offer);
      case "coupon.reserved" ->
          "The coupon%s for offer %s is reserved by another order.%nMaybe try again when that order was paid or has expired."
              .formatted(batch, offer);
      case "coupon.expired" ->
          "The coupon%s for offer %s is no longer valid.".formatted(batch, offer);
      case "coupon.not-yet-valid" ->
          "The coupon%s for offer %s is not valid yet.".formatted(batch, offer);
      case "coupon.blocked" -> "The coupon%s for offer %s was blocked.".formatted(batch, offer);
      default ->
          "No batch contains the coupon for offer %s.%nMaybe it was mistyped.".formatted(offer);
    };
  }

  /** Why a coupon cannot be used, or empty text. */
  public String obstacle(CouponUses uses, long atMillis) {
    Batch batch = state.batch(uses.batch());
    return batch == null ? "coupon.unknown" : batch.obstacle(uses, atMillis);
  }

  /** A sum that stays at the largest number instead of turning negative. */
  private static long add(long a, long b) {
    long sum = a + b;
    return b > 0 && sum < a ? Long.MAX_VALUE : sum;
  }
}
