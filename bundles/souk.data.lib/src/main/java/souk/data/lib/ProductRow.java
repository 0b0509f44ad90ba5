package souk.data.lib;

/**
 * Master data of one article.
 *
 * @param sku the article
 * @param description empty text if none
 * @param category empty text if none
 * @param article false for postage, fees, vouchers and the like
 */
public record ProductRow(String sku, String description, String category, boolean article) {}
