package souk.plan.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;

/** Proposes plans and keeps them. Safe for use by many threads. */
@ProviderType
public interface Plans {
  /**
   * Computes a plan from the latest data, forecasts and response, and keeps it durably.
   *
   * @throws IllegalStateException if something it needs has not been run; says what
   * @throws InfeasibleException if the limits contradict each other
   */
  Plan propose(PlanRequest request, Progress progress);

  Optional<Plan> find(String planId);

  /** Newest first. */
  List<Plan> list(int limit);

  /** Solves a ladder that the caller brings; keeps nothing. */
  LadderSolution solve(LadderProblem problem, Progress progress);
}
