package souk.customer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.customer.api.Recommendation;
import souk.customer.api.RecommendationRequest;
import souk.customer.spi.Recommender;
import souk.kernel.api.Progress;
import souk.testkit.DirectRouter;
import souk.testkit.PlantedShop;

class DefaultRecommendationsTest {
  private static final RecommendationRequest REQUEST =
      new RecommendationRequest(Optional.of(PlantedShop.customer(0)), List.of(), 5);

  @Test
  void answersNothingBeforeTheFirstLoadAndLearnsByItselfAfterIt() {
    LoadedSales sales = new LoadedSales();
    DefaultRecommendations subject = subject(router(ProbesTest.recommender(3, 1)), sales);
    assertEquals(List.of(), subject.recommend(REQUEST));
    subject.refresh(Progress.none());
    assertEquals(List.of(), subject.recommend(REQUEST));
    sales.load(PlantedShop.purchases(1));
    List<Recommendation> list = subject.recommend(REQUEST);
    assertEquals(PlantedShop.sku(3), list.get(0).sku());
  }

  @Test
  void aNonsensicalRecommenderIsReplaced() {
    DirectRouter router =
        router(ProbesTest.recommender(3, Double.NaN))
            .add(Recommender.class, "sound", ProbesTest.recommender(4, 1));
    DefaultRecommendations subject =
        subject(router, new LoadedSales().load(PlantedShop.purchases(1)));
    assertEquals(PlantedShop.sku(4), subject.recommend(REQUEST).get(0).sku());
  }

  @Test
  void tellsHowFarLearningHasCome() {
    List<String> messages = new ArrayList<>();
    subject(router(ProbesTest.recommender(3, 1)), new LoadedSales().load(PlantedShop.purchases(1)))
        .refresh((done, total, message) -> messages.add(done + "/" + total + " " + message));
    assertEquals(3, messages.size());
    assertTrue(messages.get(2).startsWith("2/2"), messages.get(2));
  }

  private static DirectRouter router(Recommender recommender) {
    return new DirectRouter().add(Recommender.class, "toy", recommender);
  }

  private static DefaultRecommendations subject(DirectRouter router, LoadedSales sales) {
    return new DefaultRecommendations(
        router,
        sales,
        new DefaultRecommendations.Config() {
          @Override
          public long learnDeadlineMillis() {
            return 10_000;
          }

          @Override
          public long answerDeadlineMillis() {
            return 1_000;
          }

          @Override
          public Class<? extends Annotation> annotationType() {
            return DefaultRecommendations.Config.class;
          }
        });
  }
}
