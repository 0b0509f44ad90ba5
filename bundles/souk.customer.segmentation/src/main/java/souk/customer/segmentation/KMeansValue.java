package souk.customer.segmentation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.customer.api.Segmentation;
import souk.customer.lib.rfm.RfmTable;
import souk.customer.lib.stability.Stability;
import souk.customer.lib.value.ClusterValue;
import souk.customer.lib.value.LogRfm;
import souk.customer.lib.value.ValueClass;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyRouter;
import souk.learn.spi.Clusterer;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** High, ordinary and low value by k-means on recency, frequency and spend. */
@Component(
    property = {
      "souk.role=SegmentationStrategy",
      "souk.strategy=" + KMeansValue.ID,
      "souk.version=" + KMeansValue.VERSION,
      "souk.family=clustering",
      "souk.title=Value classes by k-means"
    })
@Designate(ocd = KMeansValue.Config.class)
public final class KMeansValue implements SegmentationStrategy {
  static final String ID = "kmeans-value";
  static final String VERSION = "1.0.0";
  private static final int MIN_CUSTOMERS = 30;

  /** Settings of the value classes. */
  @ObjectClassDefinition(
      name = "Souk: value classes by k-means",
      description = "Divides customers into classes of value and measures how stable these are.")
  public @interface Config {
    @AttributeDefinition(
        name = "Stability repeats (count)",
        description = "How many other seeds and how many bootstrap samples measure the stability.",
        min = "2",
        max = "1000")
    int stabilityRepeats() default 5;

    @AttributeDefinition(
        name = "Longest clustering (ms)",
        description = "After this time one clustering is given up.",
        min = "1",
        max = "86400000")
    long clusteringDeadlineMillis() default 60_000;
  }

  private final StrategyRouter router;
  private final Config config;

  @Activate
  public KMeansValue(@Reference StrategyRouter router, Config config) {
    this.router = router;
    this.config = config;
  }

  @Override
  public Optional<Refusal> refuses(PurchaseLog log, SegmentationTask task) {
    if (router.strategies(Clusterer.class).isEmpty()) {
      return Optional.of(
          new Refusal(
              "a strategy of the role Clusterer",
              "none is there; maybe souk.wrap.tribuo or souk.learn.tribuo is not started"));
    }
    int customers = SegmentBuilder.table(log, task).size();
    return customers >= MIN_CUSTOMERS
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "at least %d known customers with a purchase".formatted(MIN_CUSTOMERS),
                "the purchases hold %d".formatted(customers)));
  }

  @Override
  public Segmentation segment(PurchaseLog log, SegmentationTask task) {
    refuses(log, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("K-means segmentation " + refusal + ".");
            });
    RfmTable table = SegmentBuilder.table(log, task);
    double[][] rows = LogRfm.standardised(table);
    try (RoutingSession session = router.open()) {
      Stability.Clustering clustering =
          new RoutedClustering(session, config.clusteringDeadlineMillis());
      int[] cluster = clustering.cluster(rows, task.seed());
      ValueClass[] classOfCluster = ClusterValue.classOfClusters(rows, cluster);
      Stability stability =
          Stability.of(clustering, rows, cluster, config.stabilityRepeats(), task.seed());
      Map<String, Double> jaccardById = new TreeMap<>();
      IntStream.range(0, classOfCluster.length)
          .forEach(c -> jaccardById.put(classOfCluster[c].id(), stability.bootstrapJaccard()[c]));
      List<String> ids = IntStream.of(cluster).mapToObj(c -> classOfCluster[c].id()).toList();
      SegmentBuilder builder = new SegmentBuilder(log, table, task, ids);
      return new Segmentation(
          builder.segments(
              id -> List.of(GroupedCustomers.reason(Objects.requireNonNull(jaccardById.get(id))))),
          builder.memberships(),
          stability.seedRand(),
          Provenance.builder(task.now(), ID, VERSION)
              .option("until", task.until())
              .option("clusterer", session.served())
              .option("stabilityRepeats", config.stabilityRepeats())
              .seed(task.seed())
              .inputFingerprint(table.fingerprint())
              .build());
    }
  }
}
