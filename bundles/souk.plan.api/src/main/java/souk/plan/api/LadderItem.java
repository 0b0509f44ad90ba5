package souk.plan.api;

import java.util.List;

/**
 * An item and the price points among which exactly one is chosen.
 *
 * @param id unique within the problem
 * @param steps at least one
 */
public record LadderItem(String id, List<LadderStep> steps) {
  public LadderItem {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("Item " + id + " has no price point.");
    }
  }
}
