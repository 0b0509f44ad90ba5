package souk.evidence.spi;

import java.time.Instant;
import java.util.Currency;

/**
 * What a simulator is to do.
 *
 * @param weeks weeks ahead
 * @param currency of all money
 * @param seed same seed, same sales
 * @param now instant for the provenance
 */
public record SimulationTask(int weeks, Currency currency, long seed, Instant now) {}
