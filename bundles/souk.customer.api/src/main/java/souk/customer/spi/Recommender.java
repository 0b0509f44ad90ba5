package souk.customer.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import souk.customer.api.Recommendation;
import souk.customer.api.RecommendationRequest;
import souk.model.PurchaseLog;

/**
 * Learns from purchases what to recommend. The strategy itself keeps no state: what it learned is
 * plain numbers that the room keeps and hands back. Safe for use by many threads.
 */
@ConsumerType
public interface Recommender {
  /** Learns; deterministic. */
  RecommenderState learn(PurchaseLog log);

  /** Answers from what was learned, best first. */
  List<Recommendation> recommend(RecommenderState state, RecommendationRequest request);
}
