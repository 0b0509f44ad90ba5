package souk.demand.api;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;
import souk.model.Panel;

/**
 * Takes sales apart: promotion-free baseline, lift, dip after a promotion, calendar. Safe for use
 * by many threads.
 */
@ProviderType
public interface DemandBaselines {
  /**
   * Takes a panel apart. Read are the covariates {@code price}, {@code base-price} (else derived),
   * {@code available} (0 where nothing could be sold) and every covariate that is only 0 or 1, as a
   * promotion.
   *
   * @param categories category per series id, whose season is shared; may be empty
   * @throws IllegalArgumentException if a value is negative; names series, step and value
   */
  Decomposition decompose(Panel history, Map<String, String> categories, Progress progress);

  /**
   * Takes the loaded weekly sales apart and keeps the result.
   *
   * @param items articles with the highest revenue
   * @throws IllegalStateException if nothing is loaded
   */
  Decomposition run(int items, Progress progress);

  Optional<Decomposition> latest();
}
