package souk.customer.spi;

import java.util.List;
import java.util.Map;
import souk.model.CustomerKey;
import souk.model.Sku;

/**
 * What a recommender learned, as plain arrays. Arrays are shared and must not be changed.
 *
 * @param strategy id and version of the strategy that learned it
 * @param skus articles that the arrays point into
 * @param popularity score per article
 * @param neighbours per article: indices of its nearest articles, best first
 * @param similarities per article: similarity of each neighbour
 * @param history per customer: indices of the articles bought, latest first
 * @param historyWeights per customer: weight of each of them (repeat frequency with decay)
 */
public record RecommenderState(
    String strategy,
    List<Sku> skus,
    double[] popularity,
    int[][] neighbours,
    float[][] similarities,
    Map<CustomerKey, int[]> history,
    Map<CustomerKey, float[]> historyWeights) {}
