package souk.plan.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.model.Refusal;

/** Chooses promotions under a budget. Must be deterministic and safe for use by many threads. */
@ConsumerType
public interface PromotionPlanner {
  Optional<Refusal> refuses(PromotionProblem problem);

  PromotionSolution plan(PromotionProblem problem);
}
