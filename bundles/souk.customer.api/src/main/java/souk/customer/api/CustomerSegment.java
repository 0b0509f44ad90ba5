package souk.customer.api;

import java.util.List;
import souk.model.Money;
import souk.model.Reason;

/**
 * A group of customers that a retailer can address.
 *
 * @param id kebab case, unique within its segmentation, for example {@code high-value}
 * @param name for people, in English; user interfaces find other languages by id
 * @param customers number of members
 * @param revenue what the members bought in the period
 * @param revenueShare share of all members' revenue in [0, 1]
 * @param meanRecencyDays mean days since the last purchase
 * @param meanFrequency mean number of orders
 * @param meanRevenue mean revenue per member
 * @param reasons what sets the members apart, with figures
 */
public record CustomerSegment(
    String id,
    String name,
    int customers,
    Money revenue,
    double revenueShare,
    double meanRecencyDays,
    double meanFrequency,
    Money meanRevenue,
    List<Reason> reasons) {
  public CustomerSegment {
    reasons = List.copyOf(reasons);
  }
}
