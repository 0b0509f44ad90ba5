package souk.customer.spi;

import java.time.Instant;

/**
 * What an uplift estimator is to do.
 *
 * @param seed same seed, same answer
 * @param now instant for the provenance
 */
public record UpliftTask(long seed, Instant now) {}
