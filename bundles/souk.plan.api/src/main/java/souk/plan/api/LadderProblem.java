package souk.plan.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Choose one step per item so that profit is greatest and the costs stay within the budget.
 *
 * @param items at least one, ids unique
 * @param budget greatest sum of costs; positive infinity for none
 * @param minimumUnits least sum of units; 0 for none
 */
public record LadderProblem(List<LadderItem> items, double budget, double minimumUnits) {
  public LadderProblem {
    items = List.copyOf(items);
    Set<String> ids = new HashSet<>();
    for (LadderItem item : items) {
      if (!ids.add(item.id())) {
        throw new IllegalArgumentException("Item " + item.id() + " occurs twice.");
      }
    }
    if (items.isEmpty() || !(budget >= 0) || !(minimumUnits >= 0)) {
      throw new IllegalArgumentException(
          "A ladder problem needs items, a budget and minimum units of at least 0, but got %d items, budget %s, units %s."
              .formatted(items.size(), budget, minimumUnits));
    }
  }
}
