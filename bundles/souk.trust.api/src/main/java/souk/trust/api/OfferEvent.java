package souk.trust.api;

import java.time.Instant;

/**
 * Something that happened to an offer.
 *
 * @param at when
 * @param actor who
 * @param action {@code save}, {@code delete}, {@code submit}, {@code approve}, {@code reject},
 *     {@code publish}, {@code undo}, {@code pause}, {@code resume}, {@code end}, {@code kill},
 *     {@code lift}, {@code kill-all} or {@code lift-all}
 * @param reason why, as typed; may be empty for {@code save}
 * @param subject what belongs to it: id of a review or a publication, or the draft's revision
 */
public record OfferEvent(Instant at, String actor, String action, String reason, String subject) {}
