package souk.data.api;

import java.time.LocalDate;
import souk.model.Money;

/**
 * Size of what is loaded.
 *
 * @param orders orders without cancellations
 * @param lines order lines, returns included
 * @param customers known customers
 * @param items articles
 * @param firstDay first business day
 * @param lastDay last business day, inclusive
 * @param revenue sum of all line amounts, returns included
 */
public record SalesSummary(
    long orders,
    long lines,
    long customers,
    long items,
    LocalDate firstDay,
    LocalDate lastDay,
    Money revenue) {}
