package souk.learn.tribuo;

import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import souk.learn.api.Clustering;
import souk.learn.api.ClusteringTask;
import souk.learn.spi.Clusterer;
import souk.model.Refusal;

/**
 * Dense groups by HDBSCAN (Campello, Moulavi, Sander, PAKDD 2013) through Tribuo. The least size of
 * a group is halved until as many are found as are asked for; of more the largest count. Rows that
 * belong to none go where the nearest member is, since every customer has a segment.
 */
@Component(
    property = {
      "souk.role=Clusterer",
      "souk.strategy=tribuo-hdbscan",
      "souk.version=1.0.0",
      "souk.family=density",
      "souk.title=HDBSCAN (Tribuo)"
    })
@Designate(ocd = TribuoHdbscan.Config.class)
public final class TribuoHdbscan implements Clusterer {
  private static final int LEAST_SIZE = 5;
  private static final int NOISE = 0;

  /** Settings of HDBSCAN. */
  @ObjectClassDefinition(
      name = "Souk: HDBSCAN through Tribuo",
      description = "Groups rows of figures by density.")
  public @interface Config {
    @AttributeDefinition(
        name = "Largest least group (percent)",
        description =
            "Share of the rows that a group needs at first; halved until enough are found.",
        min = "1",
        max = "50")
    int leastGroupPercent() default 10;

    @AttributeDefinition(
        name = "Most rows (count)",
        description = "Of more rows every n-th is looked at; time grows with the square.",
        min = "100",
        max = "100000")
    int mostRows() default 5_000;
  }

  private final int leastGroupPercent;
  private final int mostRows;

  /** Held, because the JDK forgets the level of a logger that nobody holds. */
  private final Logger trainerLog = Logger.getLogger(HdbscanTrainer.class.getName());

  @Activate
  public TribuoHdbscan(Config config) {
    this(config.leastGroupPercent(), config.mostRows());
  }

  /**
   * @param leastGroupPercent share of the rows that a group needs at first, in [1, 50]
   * @param mostRows of more every n-th is looked at
   */
  public TribuoHdbscan(int leastGroupPercent, int mostRows) {
    this.leastGroupPercent = leastGroupPercent;
    this.mostRows = mostRows;
    if (trainerLog.getLevel() == null) {
      trainerLog.setLevel(Level.WARNING);
    }
  }

  @Override
  public Optional<Refusal> refuses(int rows, int columns, ClusteringTask task) {
    if (columns < 1) {
      return Optional.of(new Refusal("at least 1 column", "the table has none"));
    }
    int least = LEAST_SIZE * task.clusters();
    return rows >= least
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "at least %d rows for each of %d clusters".formatted(LEAST_SIZE, task.clusters()),
                "the table has %d".formatted(rows)));
  }

  @Override
  public Clustering cluster(double[][] rows, ClusteringTask task) {
    refuses(rows.length, rows.length == 0 ? 0 : rows[0].length, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("HDBSCAN " + refusal + ".");
            });
    int step = (rows.length + mostRows - 1) / mostRows;
    double[][] seen =
        IntStream.iterate(0, r -> r < rows.length, r -> r + step)
            .mapToObj(r -> rows[r])
            .toArray(double[][]::new);
    int size = Math.max(LEAST_SIZE, seen.length * leastGroupPercent / 100);
    int[][] best = dense(seen, size, task.clusters());
    while (best.length < task.clusters() && size > LEAST_SIZE) {
      size = Math.max(LEAST_SIZE, size / 2);
      int[][] found = dense(seen, size, task.clusters());
      best = found.length > best.length ? found : best;
    }
    if (best.length == 0) {
      throw new IllegalArgumentException(
          """
          HDBSCAN found no dense group among %d rows.
          Maybe they lie evenly; k-means divides them all the same."""
              .formatted(seen.length));
    }
    return ClusterRows.nearest(rows, seen, best);
  }

  /** The largest dense groups: places of their members. */
  private static int[][] dense(double[][] rows, int leastSize, int most) {
    List<Integer> labels =
        new HdbscanTrainer(
                leastSize,
                DistanceType.L2.getDistance(),
                LEAST_SIZE,
                1,
                NeighboursQueryFactoryType.KD_TREE)
            .train(ClusterRows.dataset(rows))
            .getClusterLabels();
    return labels.stream()
        .filter(label -> label != NOISE)
        .distinct()
        .map(
            label ->
                IntStream.range(0, rows.length).filter(r -> labels.get(r).equals(label)).toArray())
        .sorted((a, b) -> b.length - a.length)
        .limit(most)
        .toArray(int[][]::new);
  }
}
