package souk.data.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What became of every row of a load: {@code rowsRead = rowsLoaded + rowsUnchanged +
 * rowsQuarantined}, and {@code sourceTotal = loadedTotal + quarantinedTotal + roundingDifference}.
 *
 * @param loadId names the load
 * @param location what was loaded
 * @param fingerprint digest of content and mapping
 * @param startedAt start
 * @param durationMillis how long it took
 * @param rowsRead rows in the source
 * @param rowsLoaded rows new in the warehouse
 * @param rowsUnchanged rows that were there already
 * @param rowsQuarantined rows set aside with a reason
 * @param identicalLines rows that repeat an earlier line of the same order; loaded, and flagged
 * @param reasons rows per reason of quarantine
 * @param flags rows per flag of rows that were loaded (for example returns, no customer)
 * @param currency ISO 4217
 * @param sourceTotal sum of quantity × price over all rows of the source, exact
 * @param loadedTotal sum over all rows in the warehouse from this source, after rounding to minor
 *     units
 * @param quarantinedTotal sum over rows set aside, as far as it can be computed
 * @param roundingDifference what rounding each line to minor units changed
 */
public record LoadReport(
    String loadId,
    String location,
    String fingerprint,
    Instant startedAt,
    long durationMillis,
    long rowsRead,
    long rowsLoaded,
    long rowsUnchanged,
    long rowsQuarantined,
    long identicalLines,
    Map<String, Long> reasons,
    Map<String, Long> flags,
    String currency,
    BigDecimal sourceTotal,
    BigDecimal loadedTotal,
    BigDecimal quarantinedTotal,
    BigDecimal roundingDifference) {
  public LoadReport {
    reasons = Map.copyOf(reasons);
    flags = Map.copyOf(flags);
  }
}
