package souk.customer.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What a segmentation strategy is to do.
 *
 * @param until first day that is not looked at
 * @param currency currency of the log's amounts
 * @param seed same seed, same answer
 * @param now instant for the provenance
 */
public record SegmentationTask(LocalDate until, Currency currency, long seed, Instant now) {}
