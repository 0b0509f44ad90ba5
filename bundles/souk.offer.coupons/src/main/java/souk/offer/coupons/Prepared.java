package souk.offer.coupons;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import souk.model.Money;
import souk.offer.api.Claim;
import souk.offer.api.LedgerException;
import souk.offer.api.OfferLimits;
import souk.offer.api.RedemptionRequest;
import souk.offer.api.ReversalRequest;
import souk.offer.coupons.record.Content;
import souk.offer.coupons.record.Entry.TakenClaim;
import souk.offer.coupons.record.Hash128;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.record.PaidLines;

/**
 * A request with everything hashed that can be hashed before its turn.
 *
 * @param key hash of the idempotency key
 * @param content hash of the content
 * @param orderId the order
 * @param customer pseudonym, or none
 * @param atMillis instant of the quote
 * @param claims without their batches
 * @param paid lines
 */
record Prepared(
    Hash128 key,
    Hash128 content,
    String orderId,
    Hash128 customer,
    long atMillis,
    List<TakenClaim> claims,
    PaidLines paid) {
  static Prepared of(RedemptionRequest request, boolean reserved, LedgerKey key) {
    List<TakenClaim> claims = new ArrayList<>();
    for (Claim claim : request.claims()) {
      claims.add(taken(claim, key));
    }
    Hash128 customer = request.customer().map(key::customer).orElse(Hash128.NONE);
    PaidLines paid = PaidLines.of(request.lines(), request.pricesIncludeTax());
    Content content = new Content(reserved ? "reserve" : "redeem");
    if (request.content().isPresent()) {
      content.text(request.content().get());
    } else {
      content.text(request.orderId()).hash(customer).block(paid.toBytes());
      claims.forEach(content::claim);
    }
    return new Prepared(
        key.key(request.key()),
        key.content(content.toBytes()),
        request.orderId(),
        customer,
        request.at().toEpochMilli(),
        claims,
        paid);
  }

  private static TakenClaim taken(Claim claim, LedgerKey key) {
    OfferLimits limits = claim.limits();
    Money amount = claim.amount();
    long budget = 0;
    if (limits.budget().isPresent()) {
      Money most = limits.budget().get();
      if (!most.currency().equals(amount.currency())) {
        throw new LedgerException(
            "claim.currency",
            "Offer %s has a budget in %s, but %s is claimed.%nMaybe the offer needs a budget in the currency of the shop."
                .formatted(claim.offerId(), most.currency(), amount));
      }
      budget = most.amountMinor();
    }
    return new TakenClaim(
        claim.offerId(),
        amount.amountMinor(),
        amount.currency(),
        claim.couponCode().map(key::coupon).orElse(Hash128.NONE),
        -1,
        orZero(limits.total()),
        orZero(limits.perCustomer()),
        budget);
  }

  private static long orZero(OptionalLong limit) {
    return limit.orElse(0);
  }

  /** Hash of the content of a reversal. */
  static Hash128 content(ReversalRequest request, LedgerKey key) {
    Content content = new Content("reverse").text(request.redemptionId());
    content.text(request.whole() ? "whole" : "");
    request
        .lines()
        .forEach((l, units) -> content.text(l).text(units.stripTrailingZeros().toPlainString()));
    request.amounts().forEach((offer, amount) -> content.text(offer).text(amount.toString()));
    return key.content(content.toBytes());
  }
}
