package souk.trust.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import souk.plan.api.Plan;
import souk.trust.api.OfferChange;
import souk.trust.api.Violation;

/**
 * Judges a plan, or a change of offers, by one set of rules, independently of the strategy that
 * made it. All guards that are there are asked; a guard that fails blocks. Must be pure and safe
 * for use by many threads.
 */
@ConsumerType
public interface PolicyGuard {
  /** What the plan breaks; empty if nothing. */
  List<Violation> judge(Plan plan);

  /** What the change breaks; empty if nothing, or if this guard knows plans alone. */
  default List<Violation> judgeOffers(OfferChange change) {
    return List.of();
  }
}
