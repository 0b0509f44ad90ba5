package souk.evidence.experiments;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import souk.customer.api.SegmentationRun;
import souk.customer.api.Segments;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PriceLine;
import souk.plan.api.PromotionLine;

/** The units that a plan is about, each with the revenue by which it is stratified. */
final class UnitSizes {
  /** Segment names by which a promotion means everybody who is known. */
  private static final Set<String> EVERYBODY = Set.of("", "all", "*");

  private final SalesHistory sales;
  private final Segments segments;

  UnitSizes(SalesHistory sales, Segments segments) {
    this.sales = sales;
    this.segments = segments;
  }

  /**
   * @throws IllegalArgumentException if the plan changes nothing
   */
  Map<String, Double> of(Plan plan) {
    Map<String, Double> sizes =
        plan.kind() == PlanKind.PRICE ? changedArticles(plan) : addressedCustomers(plan);
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException(
          "Plan %s %s, so there is nothing to hold out."
              .formatted(
                  plan.id(),
                  plan.kind() == PlanKind.PRICE
                      ? "changes no price"
                      : "addresses no known customer"));
    }
    return sizes;
  }

  /** Articles whose price the plan changes, by expected revenue per week at today's price. */
  private static Map<String, Double> changedArticles(Plan plan) {
    Map<String, Double> sizes = new TreeMap<>();
    for (PriceLine line : plan.priceLines()) {
      if (line.changed()) {
        sizes.put(line.sku().value(), line.unitsNow() * line.current().toDecimal().doubleValue());
      }
    }
    return sizes;
  }

  /** Known customers of the segments that the plan addresses, by what they bought so far. */
  private Map<String, Double> addressedCustomers(Plan plan) {
    SegmentationRun run =
        segments
            .latest()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The customers of plan %s are unknown: no segmentation was run.%nMaybe run the segmentation first."
                            .formatted(plan.id())));
    Set<String> addressed = new HashSet<>();
    plan.promotionLines().stream().map(PromotionLine::segment).forEach(addressed::add);
    boolean everybody = addressed.stream().anyMatch(EVERYBODY::contains);
    Map<String, Double> revenue = revenueByCustomer();
    Map<String, Double> sizes = new TreeMap<>();
    run.segmentation()
        .memberships()
        .forEach(
            (customer, segment) -> {
              if (everybody || addressed.contains(segment)) {
                sizes.put(customer.value(), revenue.getOrDefault(customer.value(), 0.0));
              }
            });
    return sizes;
  }

  private Map<String, Double> revenueByCustomer() {
    PurchaseLog log = sales.purchases(SalesQuery.all());
    double[] sum = new double[log.customers().size()];
    for (int row = 0; row < log.rows(); row++) {
      if (log.customer(row) >= 0) {
        sum[log.customer(row)] += log.amountMinor(row);
      }
    }
    Map<String, Double> byCustomer = new HashMap<>();
    for (int c = 0; c < sum.length; c++) {
      CustomerKey key = log.customers().get(c);
      byCustomer.put(key.value(), sum[c]);
    }
    return byCustomer;
  }
}
