package souk.customer.segmentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import souk.customer.api.CustomerSegment;
import souk.customer.lib.rfm.RfmTable;
import souk.customer.lib.value.SegmentFigures;
import souk.customer.spi.SegmentationTask;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.model.PurchaseLog;
import souk.model.Reason;

/** Turns a segment id per row of an RFM table into segments with figures and reasons. */
final class SegmentBuilder {
  private final PurchaseLog log;
  private final RfmTable table;
  private final SegmentationTask task;
  private final List<String> idOfRow;

  SegmentBuilder(PurchaseLog log, RfmTable table, SegmentationTask task, List<String> idOfRow) {
    this.log = log;
    this.table = table;
    this.task = task;
    this.idOfRow = idOfRow;
  }

  /** What is known of each customer before the task's date, in the order of customer keys. */
  static RfmTable table(PurchaseLog log, SegmentationTask task) {
    return RfmTable.of(log, Math.toIntExact(task.until().toEpochDay()))
        .sorted(Comparator.comparing(customer -> log.customers().get(customer)));
  }

  Map<CustomerKey, String> memberships() {
    Map<CustomerKey, String> memberships = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      memberships.put(log.customers().get(table.customer(row)), idOfRow.get(row));
    }
    return memberships;
  }

  /** Segments by falling mean revenue, then by id. */
  List<CustomerSegment> segments(Function<String, List<Reason>> moreReasons) {
    Map<String, List<Integer>> rowsById = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      rowsById.computeIfAbsent(idOfRow.get(row), id -> new ArrayList<>()).add(row);
    }
    SegmentFigures all = SegmentFigures.ofAll(table);
    List<CustomerSegment> segments = new ArrayList<>();
    rowsById.forEach(
        (id, rows) -> {
          SegmentFigures figures =
              SegmentFigures.of(table, rows.stream().mapToInt(Integer::intValue).toArray());
          List<Reason> reasons = new ArrayList<>(reasons(figures, all));
          reasons.addAll(moreReasons.apply(id));
          segments.add(segment(id, figures, reasons));
        });
    segments.sort(
        Comparator.<CustomerSegment>comparingLong(s -> -s.meanRevenue().amountMinor())
            .thenComparing(CustomerSegment::id));
    return segments;
  }

  private CustomerSegment segment(String id, SegmentFigures figures, List<Reason> reasons) {
    return new CustomerSegment(
        id,
        nameOf(id),
        figures.customers(),
        money(figures.revenueMinor()),
        figures.revenueShare(),
        figures.meanRecencyDays(),
        figures.meanFrequency(),
        money(Math.round((double) figures.revenueMinor() / figures.customers())),
        reasons);
  }

  private List<Reason> reasons(SegmentFigures segment, SegmentFigures all) {
    return List.of(
        Reason.of(
            "segment.recency",
            "Half of them bought within the last %d days; half of all customers within %d."
                .formatted(segment.medianRecencyDays(), all.medianRecencyDays()),
            segment.medianRecencyDays(),
            all.medianRecencyDays()),
        Reason.of(
            "segment.frequency",
            "Median of %d orders; %d over all customers."
                .formatted(segment.medianFrequency(), all.medianFrequency()),
            segment.medianFrequency(),
            all.medianFrequency()),
        Reason.of(
            "segment.spend",
            "Median spend of %s; %s over all customers."
                .formatted(money(segment.medianSpendMinor()), money(all.medianSpendMinor())),
            money(segment.medianSpendMinor()),
            money(all.medianSpendMinor())),
        Reason.of(
            "segment.share",
            String.format(
                Locale.ROOT,
                "%.1f %% of the customers bring %.1f %% of the revenue.",
                100 * segment.customerShare(),
                100 * segment.revenueShare()),
            String.format(Locale.ROOT, "%.1f", 100 * segment.customerShare()),
            String.format(Locale.ROOT, "%.1f", 100 * segment.revenueShare())));
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, task.currency());
  }

  private static String nameOf(String id) {
    String words = id.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
