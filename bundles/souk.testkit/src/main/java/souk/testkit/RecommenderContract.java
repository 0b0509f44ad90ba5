package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.customer.api.Recommendation;
import souk.customer.api.RecommendationRequest;
import souk.customer.spi.Recommender;
import souk.customer.spi.RecommenderState;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;
import souk.model.Sku;

/** What every {@link Recommender} must keep. Extend it and name your recommender. */
public abstract class RecommenderContract {
  /** The recommender under test. */
  protected abstract Recommender subject();

  @Test
  void answersAsManyDistinctArticlesAsAskedBestFirst() {
    RecommenderState state = subject().learn(PlantedShop.purchases(1));
    for (int limit : new int[] {1, 10, 40}) {
      List<Recommendation> list =
          subject()
              .recommend(state, request(Optional.of(PlantedShop.customer(0)), List.of(), limit));
      assertEquals(limit, list.size());
      Set<Sku> skus = new HashSet<>();
      for (int i = 0; i < list.size(); i++) {
        assertTrue(skus.add(list.get(i).sku()), list.get(i).sku() + " occurs twice");
        assertTrue(state.skus().contains(list.get(i).sku()));
        assertTrue(Double.isFinite(list.get(i).score()));
        assertFalse(list.get(i).reason().text().isBlank());
        assertTrue(i == 0 || list.get(i - 1).score() >= list.get(i).score());
      }
    }
  }

  @Test
  void neverRecommendsWhatIsInTheBasket() {
    RecommenderState state = subject().learn(PlantedShop.purchases(1));
    List<Sku> basket = List.of(PlantedShop.sku(0), PlantedShop.sku(1), PlantedShop.sku(17));
    List<Recommendation> list =
        subject().recommend(state, request(Optional.of(PlantedShop.customer(0)), basket, 47));
    assertEquals(47, list.size());
    assertTrue(list.stream().noneMatch(r -> basket.contains(r.sku())));
  }

  @Test
  void answersStrangersAndStrangeArticles() {
    RecommenderState state = subject().learn(PlantedShop.purchases(1));
    RecommendationRequest request =
        request(Optional.of(new CustomerKey("unknown")), List.of(new Sku("unknown")), 5);
    assertEquals(5, subject().recommend(state, request).size());
    assertEquals(5, subject().recommend(state, request(Optional.empty(), List.of(), 5)).size());
  }

  @Test
  void answersNothingWithoutPurchases() {
    PurchaseLog empty =
        new PurchaseLog(
            List.of(),
            List.of(),
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new double[0],
            new long[0]);
    RecommenderState state = subject().learn(empty);
    assertEquals(List.of(), subject().recommend(state, request(Optional.empty(), List.of(), 5)));
  }

  @Test
  void sameLogSameAnswerAlsoUnderEightThreads() {
    Recommender recommender = subject();
    PurchaseLog log = PlantedShop.purchases(3);
    RecommendationRequest request =
        request(Optional.of(PlantedShop.customer(3)), List.of(PlantedShop.sku(9)), 20);
    List<Recommendation> expected = recommender.recommend(recommender.learn(log), request);
    IntStream.range(0, 8)
        .parallel()
        .mapToObj(i -> recommender.recommend(recommender.learn(log), request))
        .forEach(answer -> assertEquals(expected, answer));
  }

  private static RecommendationRequest request(
      Optional<CustomerKey> customer, List<Sku> basket, int limit) {
    return new RecommendationRequest(customer, basket, limit);
  }
}
