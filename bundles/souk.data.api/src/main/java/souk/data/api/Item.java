package souk.data.api;

import java.util.Optional;
import souk.model.Money;
import souk.model.Sku;

/**
 * An article with its present price.
 *
 * @param sku the article
 * @param description as the source has it; empty text if none
 * @param category as mapped, if any
 * @param listPrice typical price paid per unit lately (median over the last 8 weeks with sales), or
 *     empty if never sold at a price
 */
public record Item(
    Sku sku, String description, Optional<String> category, Optional<Money> listPrice) {}
