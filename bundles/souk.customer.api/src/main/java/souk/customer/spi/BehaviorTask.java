package souk.customer.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What a behaviour predictor is to tell.
 *
 * @param until first day that is not looked at, and first day of the horizon
 * @param horizonDays days ahead, at least 1
 * @param currency currency of the log's amounts
 * @param seed same seed, same answer
 * @param now instant for the provenance
 */
public record BehaviorTask(
    LocalDate until, int horizonDays, Currency currency, long seed, Instant now) {
  public BehaviorTask {
    if (horizonDays < 1) {
      throw new IllegalArgumentException(
          "A horizon has at least 1 day, but is %d.".formatted(horizonDays));
    }
  }
}
