package souk.customer.api;

import java.util.List;
import java.util.Optional;
import souk.model.CustomerKey;
import souk.model.Sku;

/**
 * For whom and beside what.
 *
 * @param customer the customer, if known
 * @param basket articles at hand
 * @param limit most articles in the answer, 1 to 100
 */
public record RecommendationRequest(Optional<CustomerKey> customer, List<Sku> basket, int limit) {
  public RecommendationRequest {
    basket = List.copyOf(basket);
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("A limit must lie in [1, 100], but is " + limit + ".");
    }
  }
}
