package souk.offer.api;

import souk.model.Money;

/**
 * An offer that applies to a cart.
 *
 * @param offerId the offer
 * @param name its name
 * @param discount what it takes off the cart
 */
public record AppliedOffer(String offerId, String name, Money discount) {}
