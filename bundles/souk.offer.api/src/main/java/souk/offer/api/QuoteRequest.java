package souk.offer.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import souk.model.Cart;

/**
 * A cart to be quoted.
 *
 * @param cart the cart
 * @param audience tags of the customer that conditions may ask for: {@code segment:high-value},
 *     {@code experiment:E-1:treatment}
 * @param at instant to quote at; empty for now
 */
public record QuoteRequest(Cart cart, Set<String> audience, Optional<Instant> at) {
  public QuoteRequest {
    audience = Set.copyOf(audience);
  }
}
