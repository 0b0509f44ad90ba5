package souk.plan.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.model.Refusal;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;

/**
 * Chooses one price point per item under shared constraints, with a certified bound. Must be
 * deterministic and safe for use by many threads.
 */
@ConsumerType
public interface PriceOptimizer {
  Optional<Refusal> refuses(LadderProblem problem);

  /**
   * Solves.
   *
   * @throws souk.plan.api.InfeasibleException if no choice satisfies the constraints
   */
  LadderSolution optimize(LadderProblem problem);
}
