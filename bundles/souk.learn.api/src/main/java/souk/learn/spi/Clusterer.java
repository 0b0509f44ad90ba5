package souk.learn.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.learn.api.Clustering;
import souk.learn.api.ClusteringTask;
import souk.model.Refusal;

/**
 * Puts rows of numbers into clusters. Must be safe for use by many threads and deterministic for
 * one seed.
 */
@ConsumerType
public interface Clusterer {
  /** Whether a table of this size can be clustered like this. */
  Optional<Refusal> refuses(int rows, int columns, ClusteringTask task);

  /**
   * Clusters rows.
   *
   * @param rows rows × columns, finite, on comparable scales; must not be changed
   */
  Clustering cluster(double[][] rows, ClusteringTask task);
}
