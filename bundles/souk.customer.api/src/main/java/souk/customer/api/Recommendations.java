package souk.customer.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;

/** What to show to whom. Safe for use by many threads. */
@ProviderType
public interface Recommendations {
  /**
   * Learns from the loaded purchases; answers keep coming from the state before until it is done.
   */
  void refresh(Progress progress);

  /**
   * Best first; popular articles if nothing is known of the customer; empty if nothing is loaded.
   */
  List<Recommendation> recommend(RecommendationRequest request);
}
