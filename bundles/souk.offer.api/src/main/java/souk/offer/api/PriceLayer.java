package souk.offer.api;

import java.util.Map;
import java.util.Set;
import souk.model.Sku;
import souk.model.TimeRange;

/**
 * Prices for some customers, stores or channels, taken before offers instead of the price book's.
 *
 * @param id unique
 * @param priority higher goes first; among equals the smaller id
 * @param window when it holds
 * @param audience tags of which the customer must have one; empty for everybody
 * @param stores stores where it holds; empty for all
 * @param channels channels where it holds; empty for all
 * @param prices per article; articles that are not named keep the price of the next layer
 */
public record PriceLayer(
    String id,
    int priority,
    TimeRange window,
    Set<String> audience,
    Set<String> stores,
    Set<String> channels,
    Map<Sku, BookPrice> prices) {
  public PriceLayer {
    audience = Set.copyOf(audience);
    stores = Set.copyOf(stores);
    channels = Set.copyOf(channels);
    prices = Map.copyOf(prices);
  }
}
