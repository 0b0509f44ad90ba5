package souk.learn.api;

import java.time.Instant;

/**
 * One kept version of a model.
 *
 * @param name names the model, for example {@code demand.pooled}
 * @param version counts from 1, without gaps while nothing is dropped
 * @param learner strategy that reads it
 * @param keptAt when it was kept
 * @param bytes size of its state
 * @param sha256 checksum of its state, lower-case hexadecimal
 */
public record ModelVersion(
    String name, int version, String learner, Instant keptAt, long bytes, String sha256) {}
