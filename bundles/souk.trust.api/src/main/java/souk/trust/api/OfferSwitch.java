package souk.trust.api;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody stopped an offer, or all of them.
 *
 * @param offerId the offer; empty for all offers
 * @param at when
 * @param actor who
 * @param reason why, as typed
 */
public record OfferSwitch(Optional<String> offerId, Instant at, String actor, String reason) {}
