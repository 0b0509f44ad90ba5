package souk.data.lib;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of an article costs from a day on.
 *
 * @param sku the article
 * @param validFrom first day
 * @param unitCost in major units, greater than 0, at most 6 decimals
 */
public record CostRow(String sku, LocalDate validFrom, BigDecimal unitCost) {}
