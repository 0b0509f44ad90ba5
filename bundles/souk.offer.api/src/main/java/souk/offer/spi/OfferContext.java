package souk.offer.spi;

import java.time.Instant;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.Cart;

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
}
