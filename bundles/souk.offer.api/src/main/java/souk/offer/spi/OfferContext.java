package souk.offer.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.Cart;
import souk.offer.api.ArticleFacts;

/** What a condition or an effect sees of a cart: lines by position, amounts in minor units. */
@ProviderType
public interface OfferContext {
  Cart cart();

  Instant at();

  Set<String> audience();

  /** Gross amount of a line before offers, in minor units. */
  long grossMinor(int line);

  /** Sum of all gross amounts in minor units. */
  long grossTotalMinor();

  /**
   * What earlier offers have left of a line, in minor units; the gross amount if there are none.
   */
  default long netMinor(int line) {
    return grossMinor(line);
  }

  /** Price per unit before offers, in minor units. */
  default long unitPriceMinor(int line) {
    return new BigDecimal(grossMinor(line))
        .divide(cart().lines().get(line).quantity(), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** Facts about the article of a line, if there are any. */
  default Optional<ArticleFacts> article(int line) {
    return Optional.empty();
  }

  /** Zone of weekdays and times of day: the store's, else the shop's. */
  default ZoneId zone() {
    return ZoneOffset.UTC;
  }

  /** Batches of the usable coupons in the cart. */
  default Set<String> couponBatches() {
    return Set.of();
  }
}
