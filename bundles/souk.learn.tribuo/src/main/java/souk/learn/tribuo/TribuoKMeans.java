package souk.learn.tribuo;

import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.clustering.kmeans.KMeansTrainer.Initialisation;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.la.DenseVector;
import souk.learn.api.Clustering;
import souk.learn.api.ClusteringTask;
import souk.learn.spi.Clusterer;
import souk.model.Refusal;

/** K-means with k-means++ starts through Tribuo; the best of several starts by inertia. */
@Component(
    property = {
      "souk.role=Clusterer",
      "souk.strategy=tribuo-kmeans",
      "souk.version=1.0.0",
      "souk.family=centroids",
      "souk.title=K-means (Tribuo)"
    })
@Designate(ocd = TribuoKMeans.Config.class)
public final class TribuoKMeans implements Clusterer {
  /** Settings of k-means. */
  @ObjectClassDefinition(
      name = "Souk: k-means through Tribuo",
      description = "Groups rows of figures by k-means.")
  public @interface Config {
    @AttributeDefinition(
        name = "Starts (count)",
        description = "How often k-means starts anew; the start with the least inertia wins.",
        min = "1",
        max = "1000")
    int starts() default 5;
  }

  private final int starts;

  /** Held, because the JDK forgets the level of a logger that nobody holds. */
  private final Logger trainerLog = Logger.getLogger(KMeansTrainer.class.getName());

  @Activate
  public TribuoKMeans(Config config) {
    this.starts = config.starts();
    if (starts < 1 || starts > 1000) {
      throw new IllegalArgumentException(
          "The number of starts (%d) must lie in [1, 1000].".formatted(starts));
    }
    if (trainerLog.getLevel() == null) {
      trainerLog.setLevel(Level.WARNING);
    }
  }

  @Override
  public Optional<Refusal> refuses(int rows, int columns, ClusteringTask task) {
    if (columns < 1) {
      return Optional.of(new Refusal("at least 1 column", "the table has none"));
    }
    return rows >= task.clusters()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "at least as many rows as clusters (%d)".formatted(task.clusters()),
                "the table has %d".formatted(rows)));
  }

  @Override
  public Clustering cluster(double[][] rows, ClusteringTask task) {
    refuses(rows.length, rows.length == 0 ? 0 : rows[0].length, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("K-means " + refusal + ".");
            });
    MutableDataset<ClusterID> dataset = ClusterRows.dataset(rows);
    Clustering best = null;
    for (int start = 0; start < starts; start++) {
      Clustering candidate =
          ClusterRows.assign(rows, centroids(dataset, task, task.seed() + start));
      if (best == null || candidate.inertia() < best.inertia()) {
        best = candidate;
      }
    }
    return Objects.requireNonNull(best);
  }

  private static double[][] centroids(
      MutableDataset<ClusterID> dataset, ClusteringTask task, long seed) {
    DenseVector[] vectors =
        new KMeansTrainer(
                task.clusters(),
                task.maxIterations(),
                DistanceType.L2.getDistance(),
                Initialisation.PLUSPLUS,
                1,
                seed)
            .train(dataset)
            .getCentroidVectors();
    double[][] centroids = new double[vectors.length][];
    for (int c = 0; c < centroids.length; c++) {
      centroids[c] = vectors[c].toArray();
    }
    return centroids;
  }
}
