package souk.data.api;

import java.time.LocalDate;
import souk.model.Sku;

/**
 * Sales of one article in one simulated week.
 *
 * @param sku the article
 * @param weekStart Monday of the week
 * @param units units sold
 * @param meanPriceMinor mean price paid per unit in minor units
 */
public record SimulatedWeek(Sku sku, LocalDate weekStart, double units, double meanPriceMinor) {}
