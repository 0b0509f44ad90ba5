package souk.learn.tribuo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.clustering.kmeans.KMeansTrainer.Initialisation;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.la.DenseVector;
import org.tribuo.provenance.SimpleDataSourceProvenance;
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
    MutableDataset<ClusterID> dataset = dataset(rows);
    Clustering best = null;
    for (int start = 0; start < starts; start++) {
      Clustering candidate = assign(rows, centroids(dataset, task, task.seed() + start));
      if (best == null || candidate.inertia() < best.inertia()) {
        best = candidate;
      }
    }
    return Objects.requireNonNull(best);
  }

  private static MutableDataset<ClusterID> dataset(double[][] rows) {
    ClusteringFactory factory = new ClusteringFactory();
    String[] names =
        IntStream.range(0, rows[0].length).mapToObj("c%05d"::formatted).toArray(String[]::new);
    List<Example<ClusterID>> examples = new ArrayList<>(rows.length);
    for (double[] row : rows) {
      examples.add(
          new ArrayExample<>(factory.getUnknownOutput(), names.clone(), finite(row).clone()));
    }
    return new MutableDataset<>(examples, new SimpleDataSourceProvenance("rows", factory), factory);
  }

  private static double[] finite(double[] row) {
    for (double value : row) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "A row to be clustered holds %s.\nMaybe a scaler met a constant or an empty column."
                .formatted(value));
      }
    }
    return row;
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

  private static Clustering assign(double[][] rows, double[][] centroids) {
    int[] assignment = new int[rows.length];
    double inertia = 0;
    for (int r = 0; r < rows.length; r++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int c = 0; c < centroids.length; c++) {
        double squares = 0;
        for (int k = 0; k < rows[r].length; k++) {
          squares += (rows[r][k] - centroids[c][k]) * (rows[r][k] - centroids[c][k]);
        }
        if (squares < nearest) {
          nearest = squares;
          assignment[r] = c;
        }
      }
      inertia += nearest;
    }
    return new Clustering(centroids, assignment, inertia);
  }
}
