package souk.demand.pooled;

import java.util.List;

/**
 * Which covariate of a panel means what.
 *
 * @param price paid per unit
 * @param basePrice regular price
 * @param available 0 where nothing could be sold
 * @param product code of the product
 * @param store code of the store
 * @param category code of the category
 */
record CovariateNames(
    String price,
    String basePrice,
    String available,
    String product,
    String store,
    String category) {
  static CovariateNames of(PooledConfig config) {
    return new CovariateNames(
        config.price(),
        config.basePrice(),
        config.available(),
        config.product(),
        config.store(),
        config.category());
  }

  boolean isCode(String name) {
    return List.of(product, store, category).contains(name);
  }

  boolean isSpecial(String name) {
    return isCode(name) || List.of(price, basePrice, available).contains(name);
  }
}
