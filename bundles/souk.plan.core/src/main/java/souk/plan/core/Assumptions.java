package souk.plan.core;

import java.util.ArrayList;
import java.util.List;
import souk.data.api.Costs;
import souk.model.Reason;

/** What a plan takes for granted; shown wherever its figures are. */
final class Assumptions {
  private Assumptions() {}

  static List<Reason> ofPrices(List<PriceItem> items, Costs costs) {
    List<Reason> assumptions = new ArrayList<>();
    long assumed = items.stream().filter(i -> i.cost().assumed()).count();
    unitCost(assumed, items.size(), costs, assumptions);
    assumptions.add(
        Reason.of(
            "assumption.constant-elasticity",
            "Each article's demand answers to its own price with a constant elasticity; effects on"
                + " other articles, competitors and stock are not part of it."));
    return assumptions;
  }

  static List<Reason> ofPromotions(List<PriceItem> items, Costs costs, int lookBackWeeks) {
    List<Reason> assumptions = new ArrayList<>();
    long assumed = items.stream().filter(i -> i.cost().assumed()).count();
    unitCost(assumed, items.size(), costs, assumptions);
    assumptions.add(
        Reason.of(
            "assumption.promotion-response",
            "Customers answer to a promotion as to a price reduction of the same size, in every segment alike; without it each segment would buy as in the last %d weeks. Purchases brought forward from later weeks are not part of it."
                .formatted(lookBackWeeks),
            lookBackWeeks));
    assumptions.add(
        Reason.of(
            "assumption.threshold-response",
            "Nothing is known about offers from a basket value on; their effect is derived from the pooled price response."));
    return assumptions;
  }

  private static void unitCost(long assumed, int articles, Costs costs, List<Reason> assumptions) {
    if (assumed > 0) {
      String share = PriceLines.number(100 * costs.assumedShare());
      assumptions.add(
          Reason.of(
              "assumption.unit-cost-share",
              "%d of %d articles have no known cost; %s %% of the list price is assumed, and every margin rests on it."
                  .formatted(assumed, articles, share),
              assumed,
              articles,
              share));
    }
  }
}
