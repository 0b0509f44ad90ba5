package souk.learn.api;

/**
 * What a clusterer is to do.
 *
 * @param clusters number of clusters k, at least 2
 * @param maxIterations most passes over the rows
 * @param seed same seed, same answer
 */
public record ClusteringTask(int clusters, int maxIterations, long seed) {
  public ClusteringTask {
    if (clusters < 2 || maxIterations < 1) {
      throw new IllegalArgumentException(
          "Clustering needs at least 2 clusters and 1 iteration, but got %d and %d."
              .formatted(clusters, maxIterations));
    }
  }
}
