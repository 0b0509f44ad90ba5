package souk.data.lib;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One order line as it goes into the warehouse.
 *
 * @param orderId as the source has it
 * @param sku article or other code
 * @param description empty text if none
 * @param category empty text if none
 * @param quantity units, negative on returns
 * @param unitPrice in major units, at most 6 decimals
 * @param orderedAt in UTC
 * @param businessDay in the zone of the store
 * @param customerKey empty text if unknown
 * @param country empty text if unknown
 * @param store store id
 * @param channel channel id
 * @param kind what it is
 * @param article false for postage, fees, vouchers and the like
 * @param exactAmount quantity × price, exact
 * @param amountMinor the same, rounded half-even to minor units
 * @param flags bits of {@link LineFlag}
 * @param digest 64-bit digest of everything above, to recognise a line that comes again
 */
public record SalesLine(
    String orderId,
    String sku,
    String description,
    String category,
    BigDecimal quantity,
    BigDecimal unitPrice,
    Instant orderedAt,
    LocalDate businessDay,
    String customerKey,
    String country,
    String store,
    String channel,
    LineKind kind,
    boolean article,
    BigDecimal exactAmount,
    long amountMinor,
    int flags,
    long digest) {
  public boolean has(LineFlag flag) {
    return (flags & flag.bit()) != 0;
  }
}
