package souk.customer.core;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.Recommendation;
import souk.customer.api.RecommendationRequest;
import souk.customer.spi.Recommender;
import souk.customer.spi.RecommenderState;
import souk.kernel.spi.RoleProbe;
import souk.model.Sku;

/** Tries a recommender on made-up purchases. */
@Component
public final class RecommenderProbe implements RoleProbe {
  @Override
  public String role() {
    return Recommender.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) throws Exception {
    Recommender subject = (Recommender) strategy;
    RecommenderState state = subject.learn(ProbeShop.purchases());
    Optional<String> complaint = DefaultRecommendations.complaint(state);
    if (complaint.isPresent()) {
      return complaint;
    }
    Sku basket = state.skus().get(0);
    RecommendationRequest request =
        new RecommendationRequest(Optional.of(ProbeShop.customer(0)), List.of(basket), 5);
    List<Recommendation> list = subject.recommend(state, request);
    if (list.isEmpty()) {
      return Optional.of("it recommended nothing to a known customer");
    }
    return list.stream().anyMatch(r -> r.sku().equals(basket))
        ? Optional.of("it recommended what is in the basket already")
        : DefaultRecommendations.complaint(list, request);
  }
}
