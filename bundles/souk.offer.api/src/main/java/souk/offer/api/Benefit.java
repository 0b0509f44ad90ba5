package souk.offer.api;

import java.math.BigDecimal;
import java.util.Optional;
import souk.model.Sku;

/**
 * What an offer gives beside money off the lines.
 *
 * @param offerId the offer
 * @param kind what it is
 * @param sku the article given, for {@link Kind#GIFT}
 * @param amount units of the gift, points, or 1 for free shipping
 */
public record Benefit(String offerId, Kind kind, Optional<Sku> sku, BigDecimal amount) {

  /** Kinds of benefits. */
  public enum Kind {
    GIFT,
    FREE_SHIPPING,
    POINTS
  }
}
