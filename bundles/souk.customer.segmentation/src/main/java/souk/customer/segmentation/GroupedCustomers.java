package souk.customer.segmentation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import souk.customer.api.Segmentation;
import souk.customer.lib.rfm.RfmTable;
import souk.customer.lib.segmentation.GroupCount;
import souk.customer.lib.segmentation.Grouping;
import souk.customer.lib.segmentation.SegmentNames;
import souk.customer.lib.stability.Stability;
import souk.customer.spi.SegmentationTask;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Reason;
import souk.model.Refusal;

/** Groups of the library, whose number follows from the customers, as segments with reasons. */
final class GroupedCustomers {
  private static final int FEWEST = 30;
  private static final int MANY = 20_000;
  private static final int REPEATS = 5;
  private static final int REPEATS_OF_MANY = 2;

  private final String id;
  private final String version;
  private final int most;

  GroupedCustomers(String id, String version, int most) {
    this.id = id;
    this.version = version;
    this.most = most;
  }

  Optional<Refusal> refusal(RfmTable table) {
    return table.size() >= FEWEST
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "at least %d known customers with a purchase".formatted(FEWEST),
                "the purchases hold %d".formatted(table.size())));
  }

  Segmentation segment(
      PurchaseLog log,
      SegmentationTask task,
      ToIntFunction<List<GroupCount>> count,
      java.util.function.IntFunction<Grouping> ways) {
    RfmTable table = SegmentBuilder.table(log, task);
    refusal(table)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("Segmentation " + refusal + ".");
            });
    double[][] rows = Grouping.rows(table);
    int repeats = rows.length > MANY ? REPEATS_OF_MANY : REPEATS;
    List<GroupCount> tried = GroupCount.tried(rows, most, repeats, task.seed());
    Grouping way = ways.apply(count.applyAsInt(tried));
    int[] group = way.cluster(rows, task.seed());
    Stability stability = Stability.of(way, rows, group, repeats, task.seed());
    String[] names = SegmentNames.of(rows, group);
    List<String> ids = IntStream.of(group).mapToObj(g -> names[g]).toList();
    SegmentBuilder builder = new SegmentBuilder(log, table, task, ids);
    return new Segmentation(
        builder.segments(name -> List.of(reason(jaccard(name, names, stability)))),
        builder.memberships(),
        stability.seedRand(),
        Provenance.builder(task.now(), id, version)
            .option("until", task.until())
            .option("grouping", way.id())
            .option("mostGroups", most)
            .seed(task.seed())
            .inputFingerprint(table.fingerprint())
            .build());
  }

  private static double jaccard(String name, String[] names, Stability stability) {
    for (int g = 0; g < names.length; g++) {
      if (names[g].equals(name)) {
        return stability.bootstrapJaccard()[g];
      }
    }
    return Double.NaN;
  }

  static Reason reason(double jaccard) {
    String figure = String.format(Locale.ROOT, "%.2f", jaccard);
    return Reason.of(
        "segment.stability",
        "Found again in bootstrap samples with a Jaccard coefficient of %s; 0.75 is stable."
            .formatted(figure),
        figure);
  }
}
