package souk.customer.api;

import souk.model.Reason;
import souk.model.Sku;

/**
 * An article to show.
 *
 * @param sku the article
 * @param score comparable within one answer only; higher is better
 * @param reason why
 */
public record Recommendation(Sku sku, double score, Reason reason) {}
