package souk.it.bench.quotes;

/**
 * An article of the market.
 *
 * @param sku its name
 * @param category number of its category
 * @param categoryName name of its category
 * @param priceMinor unit price
 * @param floorMinor least unit price
 */
public record Article(
    String sku, int category, String categoryName, long priceMinor, long floorMinor) {}
