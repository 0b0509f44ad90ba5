package souk.customer.segmentation;

import java.util.Optional;
import souk.customer.lib.segmentation.KMeans;
import souk.learn.api.Clustering;
import souk.learn.api.ClusteringTask;
import souk.learn.spi.Clusterer;
import souk.model.Refusal;

/** The library's k-means, so that this room needs no learning bundle. */
class LloydClusterer implements Clusterer {
  @Override
  public Optional<Refusal> refuses(int rows, int columns, ClusteringTask task) {
    return Optional.empty();
  }

  @Override
  public Clustering cluster(double[][] rows, ClusteringTask task) {
    KMeans found = KMeans.of(rows, task.clusters(), task.seed());
    return new Clustering(found.centroids(), found.assignment(), found.squares());
  }
}
