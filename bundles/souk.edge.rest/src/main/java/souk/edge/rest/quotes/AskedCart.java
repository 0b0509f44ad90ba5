package souk.edge.rest.quotes;

import java.time.Instant;
import java.util.Optional;
import souk.model.Cart;

/**
 * A cart that was read.
 *
 * @param cart the cart
 * @param at instant to quote at; empty for now
 */
public record AskedCart(Cart cart, Optional<Instant> at) {}
