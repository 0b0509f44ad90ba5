package souk.evidence.experiments;

import java.util.HashMap;
import java.util.Map;
import souk.data.api.Costs;
import souk.data.api.Item;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.UnitCost;

/** Costs per unit of all articles, as plans count them: known, else assumed from the list price. */
record UnitCosts(Map<String, Double> minorBySku, long assumed) {
  static UnitCosts of(SalesHistory sales, Costs costs) {
    Map<String, Double> minorBySku = new HashMap<>();
    long assumed = 0;
    for (Item item : sales.items(SalesQuery.all())) {
      if (item.listPrice().isPresent()) {
        UnitCost cost = costs.unitCost(item.sku(), item.listPrice().get());
        minorBySku.put(item.sku().value(), (double) cost.amount().amountMinor());
        assumed += cost.assumed() ? 1 : 0;
      }
    }
    return new UnitCosts(minorBySku, assumed);
  }
}
