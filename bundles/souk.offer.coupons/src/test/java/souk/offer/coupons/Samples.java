package souk.offer.coupons;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.offer.api.Claim;
import souk.offer.api.OfferLimits;
import souk.offer.api.RedemptionRequest;

/** Requests for tests. */
final class Samples {
  static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  static final Currency GBP = Currency.getInstance("GBP");

  private Samples() {}

  static RedemptionRequest request(String key, String offer, long minor, OfferLimits limits) {
    return RedemptionRequest.builder(key, "o-" + key, AT)
        .claim(new Claim(offer, Money.ofMinor(minor, GBP), limits, Optional.empty()))
        .build();
  }

  static RedemptionRequest request(
      String key, String customer, String offer, long minor, OfferLimits limits) {
    return RedemptionRequest.builder(key, "o-" + key, AT)
        .customer(new CustomerKey(customer))
        .claim(new Claim(offer, Money.ofMinor(minor, GBP), limits, Optional.empty()))
        .build();
  }

  static RedemptionRequest coupon(String key, String offer, String code) {
    return RedemptionRequest.builder(key, "o-" + key, AT)
        .claim(new Claim(offer, Money.ofMinor(100, GBP), OfferLimits.none(), Optional.of(code)))
        .build();
  }

  static OfferLimits total(long orders) {
    return OfferLimits.builder().total(orders).build();
  }
}
