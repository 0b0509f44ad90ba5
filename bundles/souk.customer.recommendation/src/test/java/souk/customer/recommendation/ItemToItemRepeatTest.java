package souk.customer.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.customer.api.Recommendation;
import souk.customer.api.RecommendationRequest;
import souk.customer.lib.recommend.RecommendOptions;
import souk.customer.spi.Recommender;
import souk.customer.spi.RecommenderState;
import souk.testkit.PlantedShop;
import souk.testkit.RecommenderContract;

class ItemToItemRepeatTest extends RecommenderContract {
  @Override
  protected Recommender subject() {
    return new ItemToItemRepeat(new RecommendOptions(90, 14, 100, 5, 10, 0.5));
  }

  @Test
  void recommendsThePlantedTasteToEachCustomer() {
    RecommenderState state = subject().learn(PlantedShop.purchases(1));
    int hits = 0;
    int all = 0;
    for (int c = 0; c < PlantedShop.CUSTOMERS; c++) {
      for (Recommendation r : answer(state, request(c, List.of()))) {
        int sku = Integer.parseInt(r.sku().value().substring(1));
        hits += sku / 10 == PlantedShop.tasteOf(c) ? 1 : 0;
        all++;
      }
    }
    assertTrue(hits > 0.8 * all, hits + " of " + all + " have the customer's taste");
  }

  @Test
  void recommendsBesideTheBasketOfAStranger() {
    RecommenderState state = subject().learn(PlantedShop.purchases(1));
    RecommendationRequest request =
        new RecommendationRequest(
            Optional.empty(), List.of(PlantedShop.sku(20), PlantedShop.sku(23)), 5);
    for (Recommendation r : answer(state, request)) {
      assertEquals(2, Integer.parseInt(r.sku().value().substring(1)) / 10, r.toString());
      assertEquals("recommendation.bought-together", r.reason().code());
    }
  }

  @Test
  void understandsWhatAnotherStrategyLearned() {
    RecommenderState popular = new Popularity().learn(PlantedShop.purchases(1));
    assertEquals(
        new Popularity()
            .recommend(popular, request(0, List.of())).stream().map(Recommendation::sku).toList(),
        answer(popular, request(0, List.of())).stream().map(Recommendation::sku).toList());
    RecommenderState learned = subject().learn(PlantedShop.purchases(1));
    assertEquals(5, new Popularity().recommend(learned, request(0, List.of())).size());
  }

  private List<Recommendation> answer(RecommenderState state, RecommendationRequest request) {
    return subject().recommend(state, request);
  }

  private static RecommendationRequest request(int customer, List<souk.model.Sku> basket) {
    return new RecommendationRequest(Optional.of(PlantedShop.customer(customer)), basket, 5);
  }
}
