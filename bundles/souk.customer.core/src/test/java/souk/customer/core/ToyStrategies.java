package souk.customer.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
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

/** Segmentation strategies simple enough to be known by heart. */
final class ToyStrategies {
  private ToyStrategies() {}

  /** {@code big} for the planted best third, {@code small} for everybody else. */
  static SegmentationStrategy bySpend() {
    return strategy(Optional.empty(), c -> c % 3 == 0 ? "big" : "small");
  }

  static SegmentationStrategy byNumber() {
    return strategy(Optional.empty(), c -> c % 2 == 0 ? "even" : "odd");
  }

  static SegmentationStrategy refusing() {
    return strategy(Optional.of(new Refusal("a miracle", "there was none")), c -> "none");
  }

  /** Answers customers in segments that it does not describe. */
  static SegmentationStrategy inconsistent() {
    return new SegmentationStrategy() {
      @Override
      public Optional<Refusal> refuses(PurchaseLog log, SegmentationTask task) {
        return Optional.empty();
      }

      @Override
      public Segmentation segment(PurchaseLog log, SegmentationTask task) {
        Segmentation good = bySpend().segment(log, task);
        return new Segmentation(
            List.of(good.segments().get(0)), good.memberships(), 1, good.provenance());
      }
    };
  }

  private static SegmentationStrategy strategy(
      Optional<Refusal> refusal, IntFunction<String> idOf) {
    return new SegmentationStrategy() {
      @Override
      public Optional<Refusal> refuses(PurchaseLog log, SegmentationTask task) {
        return refusal;
      }

      @Override
      public Segmentation segment(PurchaseLog log, SegmentationTask task) {
        Map<CustomerKey, String> memberships = new HashMap<>();
        Map<String, Integer> sizes = new TreeMap<>();
        for (int c = 0; c < log.customers().size(); c++) {
          memberships.put(log.customers().get(c), idOf.apply(c));
          sizes.merge(idOf.apply(c), 1, Integer::sum);
        }
        List<CustomerSegment> segments = new ArrayList<>();
        sizes.forEach((id, size) -> segments.add(described(id, size, task)));
        return new Segmentation(
            segments,
            memberships,
            Double.NaN,
            Provenance.builder(task.now(), "toy", "1.0.0")
                .option("until", task.until())
                .seed(task.seed())
                .build());
      }
    };
  }

  private static CustomerSegment described(String id, int size, SegmentationTask task) {
    return new CustomerSegment(
        id,
        id,
        size,
        Money.ofMinor(100L * size, task.currency()),
        0.5,
        10.25,
        2.5,
        Money.ofMinor(100, task.currency()),
        List.of(Reason.of("segment.share", "Half of the revenue.", 50, "%")));
  }
}
