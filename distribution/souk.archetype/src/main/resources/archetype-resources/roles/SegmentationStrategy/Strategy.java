package ${package};

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.customer.api.CustomerSegment;
import souk.customer.api.Segmentation;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Reason;
import souk.model.Refusal;

/** Two segments by what customers spent: the lower so many percent, and the rest. */
@Component(
    property = {
      "souk.role=SegmentationStrategy",
      "souk.strategy=" + ${className}.ID,
      "souk.version=" + ${className}.VERSION,
      "souk.title=Two segments by spend"
    })
@Designate(ocd = ${className}.Config.class)
public final class ${className} implements SegmentationStrategy {
  static final String ID = "${artifactId}";
  static final String VERSION = "${version}";

  /** Settings, shown as a form in the web console. */
  @ObjectClassDefinition(name = "${artifactId}", description = "Two segments by spend.")
  public @interface Config {
    @AttributeDefinition(
        name = "Lower segment (percent of customers)",
        description = "How many of the customers, by spend, form the lower segment, 1 to 99.",
        min = "1",
        max = "99")
    int lowerPercent() default 50;
  }

  private final int lowerPercent;

  @Activate
  public ${className}(Config config) {
    this(config.lowerPercent());
  }

  ${className}(int lowerPercent) {
    if (lowerPercent < 1 || lowerPercent > 99) {
      throw new IllegalArgumentException(
          "lowerPercent must lie in [1, 99], but is %d.\nMaybe it was given as a share."
              .formatted(lowerPercent));
    }
    this.lowerPercent = lowerPercent;
  }

  @Override
  public Optional<Refusal> refuses(PurchaseLog log, SegmentationTask task) {
    int customers = buyers(log, task).size();
    return customers >= 2
        ? Optional.empty()
        : Optional.of(new Refusal("2 customers with a purchase", customers + " of them"));
  }

  @Override
  public Segmentation segment(PurchaseLog log, SegmentationTask task) {
    List<Buyer> buyers = buyers(log, task);
    buyers.sort(
        Comparator.comparingLong((Buyer b) -> b.spendMinor).thenComparing((Buyer b) -> b.key));
    int cut = Math.min(buyers.size() - 1, Math.max(1, buyers.size() * lowerPercent / 100));
    long total = buyers.stream().mapToLong(b -> b.spendMinor).sum();
    List<CustomerSegment> segments =
        List.of(
            segment("higher-spend", "Higher spend", buyers.subList(cut, buyers.size()), total, task),
            segment("lower-spend", "Lower spend", buyers.subList(0, cut), total, task));
    Map<CustomerKey, String> memberships = new HashMap<>();
    for (int i = 0; i < buyers.size(); i++) {
      memberships.put(buyers.get(i).key, i < cut ? "lower-spend" : "higher-spend");
    }
    return new Segmentation(
        segments,
        memberships,
        Double.NaN,
        Provenance.builder(task.now(), ID, VERSION)
            .option("lowerPercent", lowerPercent)
            .option("until", task.until())
            .seed(task.seed())
            .inputFingerprint(buyers.size() + " customers, " + total + " minor units")
            .build());
  }

  /** Known customers who bought before the day of the task, by key. */
  private static List<Buyer> buyers(PurchaseLog log, SegmentationTask task) {
    long until = task.until().toEpochDay();
    Map<CustomerKey, Buyer> buyers = new TreeMap<>();
    for (int row = 0; row < log.rows(); row++) {
      if (log.customer(row) >= 0 && log.epochDay(row) < until) {
        CustomerKey key = log.customers().get(log.customer(row));
        buyers.computeIfAbsent(key, Buyer::new).add(log, row);
      }
    }
    return new ArrayList<>(buyers.values());
  }

  private static CustomerSegment segment(
      String id, String name, List<Buyer> buyers, long totalMinor, SegmentationTask task) {
    long minor = buyers.stream().mapToLong(b -> b.spendMinor).sum();
    long until = task.until().toEpochDay();
    Money mean = Money.ofMinor(Math.round((double) minor / buyers.size()), task.currency());
    return new CustomerSegment(
        id,
        name,
        buyers.size(),
        Money.ofMinor(minor, task.currency()),
        (double) minor / totalMinor,
        buyers.stream().mapToLong(b -> until - b.lastDay).average().orElseThrow(),
        buyers.stream().mapToInt(b -> b.orders.size()).average().orElseThrow(),
        mean,
        List.of(Reason.of("${artifactId}.mean", "They spent %s each.".formatted(mean), mean)));
  }

  /** What is known of one customer. */
  private static final class Buyer {
    private final CustomerKey key;
    private final java.util.Set<Integer> orders = new java.util.HashSet<>();
    private long spendMinor;
    private long lastDay = Long.MIN_VALUE;

    private Buyer(CustomerKey key) {
      this.key = key;
    }

    private void add(PurchaseLog log, int row) {
      spendMinor += log.amountMinor(row);
      orders.add(log.order(row));
      lastDay = Math.max(lastDay, log.epochDay(row));
    }
  }
}
