package souk.customer.segmentation;

import java.util.Arrays;
import java.util.Optional;
import souk.customer.lib.stability.Stability;
import souk.kernel.api.CallOptions;
import souk.kernel.api.RoutingSession;
import souk.learn.api.Clustering;
import souk.learn.api.ClusteringTask;
import souk.learn.spi.Clusterer;
import souk.model.Refusal;

/** Three clusters by whichever clusterer the session is pinned to. */
final class RoutedClustering implements Stability.Clustering {
  private static final int CLUSTERS = 3;
  private static final int MAX_ITERATIONS = 100;

  private final RoutingSession session;
  private final long deadlineMillis;

  RoutedClustering(RoutingSession session, long deadlineMillis) {
    this.session = session;
    this.deadlineMillis = deadlineMillis;
  }

  @Override
  public int[] cluster(double[][] rows, long seed) {
    ClusteringTask task = new ClusteringTask(CLUSTERS, MAX_ITERATIONS, seed);
    CallOptions<Clustering> options =
        CallOptions.<Clustering>within(deadlineMillis).checkedBy(c -> complaint(c, rows.length));
    return session.call(Clusterer.class, options, c -> cluster(c, rows, task)).value().assignment();
  }

  private static Clustering cluster(Clusterer clusterer, double[][] rows, ClusteringTask task) {
    Optional<Refusal> refusal = clusterer.refuses(rows.length, rows[0].length, task);
    if (refusal.isPresent()) {
      throw new IllegalArgumentException("The clusterer " + refusal.get() + ".");
    }
    return clusterer.cluster(rows, task);
  }

  private static Optional<String> complaint(Clustering clustering, int rows) {
    int[] assignment = clustering.assignment();
    if (assignment.length != rows) {
      return Optional.of("%d rows of %d were assigned".formatted(assignment.length, rows));
    }
    return Arrays.stream(assignment).allMatch(c -> c >= 0 && c < CLUSTERS)
        ? Optional.empty()
        : Optional.of("a row was assigned to a cluster outside [0, %d)".formatted(CLUSTERS));
  }
}
