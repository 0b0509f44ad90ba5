package souk.customer.core;

import java.util.HashMap;
import java.util.Map;
import souk.customer.api.Segmentation;

/** Who moved between two runs. */
final class Migration {
  private Migration() {}

  /** Customers per {@code from→to}; those who stayed, came or left do not count. */
  static Map<String, Integer> between(Segmentation before, Segmentation after) {
    Map<String, Integer> moved = new HashMap<>();
    before
        .memberships()
        .forEach(
            (customer, from) -> {
              String to = after.memberships().get(customer);
              if (to != null && !to.equals(from)) {
                moved.merge(from + "→" + to, 1, Integer::sum);
              }
            });
    return moved;
  }
}
