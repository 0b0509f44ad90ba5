package souk.offer.api;

import souk.model.Reason;

/**
 * An offer that does not apply.
 *
 * @param offerId the offer
 * @param name its name
 * @param reason first condition that fails, or the offer that was better
 */
public record RejectedOffer(String offerId, String name, Reason reason) {}
