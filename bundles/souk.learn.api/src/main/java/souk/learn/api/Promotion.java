package souk.learn.api;

import java.time.Instant;

/**
 * A version of a model that was made the champion.
 *
 * @param version from then on the one that serves
 * @param at when
 * @param by who did it
 * @param reason why
 */
public record Promotion(int version, Instant at, String by, String reason) {}
