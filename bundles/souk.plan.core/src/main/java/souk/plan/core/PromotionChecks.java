package souk.plan.core;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import souk.plan.spi.PromotionCandidate;
import souk.plan.spi.PromotionProblem;
import souk.plan.spi.PromotionSolution;

/** Looks at the answer of a promotion planner, so that nonsense never becomes a plan. */
final class PromotionChecks {
  private PromotionChecks() {}

  /** What is wrong with an answer, or empty. */
  static Optional<String> complaint(PromotionProblem problem, PromotionSolution solution) {
    Set<String> groups = new HashSet<>();
    long gain = 0;
    long cost = 0;
    for (int chosen : solution.chosen()) {
      if (chosen < 0 || chosen >= problem.candidates().size()) {
        return Optional.of("there is no candidate " + chosen);
      }
      PromotionCandidate candidate = problem.candidates().get(chosen);
      if (!groups.add(candidate.group())) {
        return Optional.of("two candidates of group " + candidate.group());
      }
      gain += candidate.line().incrementalProfit().amountMinor();
      cost += candidate.line().cost().amountMinor();
    }
    if (cost > problem.budget().amountMinor()) {
      return Optional.of("cost %d above the budget %s".formatted(cost, problem.budget()));
    }
    if (gain != solution.objective().amountMinor()) {
      return Optional.of(
          "objective %s, but the choice gains %d".formatted(solution.objective(), gain));
    }
    return solution.bound().amountMinor() >= gain
        ? Optional.empty()
        : Optional.of("bound %s below %d".formatted(solution.bound(), gain));
  }
}
