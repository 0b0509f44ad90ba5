package souk.offer.api;

import java.util.Optional;
import souk.model.Money;

/**
 * One use of an offer that the ledger has to count before the order is paid.
 *
 * @param offerId the offer
 * @param amount discount given in this order
 * @param limits the offer's limits in the snapshot of the quote
 * @param couponCode code as typed, if the offer asks for a coupon of a batch; empty for a code that
 *     all customers share, which the offer's limits count; never logged
 */
public record Claim(String offerId, Money amount, OfferLimits limits, Optional<String> couponCode) {
  @Override
  public String toString() {
    return "Claim[offerId=%s, amount=%s, coupon=%s]"
        .formatted(offerId, amount, couponCode.isPresent());
  }
}
