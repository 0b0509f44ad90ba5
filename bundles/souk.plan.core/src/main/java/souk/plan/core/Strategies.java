package souk.plan.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRouter;
import souk.plan.api.InfeasibleException;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.spi.PriceOptimizer;
import souk.plan.spi.PromotionPlanner;
import souk.plan.spi.PromotionProblem;
import souk.plan.spi.PromotionSolution;

/** Calls planning strategies by router and checks what they answer. */
final class Strategies {
  private final StrategyRouter router;
  private final long deadlineMillis;

  Strategies(StrategyRouter router, long deadlineMillis) {
    this.router = router;
    this.deadlineMillis = deadlineMillis;
  }

  Routed<LadderSolution> optimize(LadderProblem problem) {
    LadderChecks.checkFeasible(problem);
    CallOptions<LadderSolution> options =
        CallOptions.<LadderSolution>within(deadlineMillis)
            .checkedBy(s -> LadderChecks.complaint(problem, s));
    return named(
        () ->
            router.call(
                PriceOptimizer.class,
                options,
                optimizer -> {
                  refuse(optimizer.refuses(problem));
                  return optimizer.optimize(problem);
                }));
  }

  Routed<PromotionSolution> plan(PromotionProblem problem) {
    CallOptions<PromotionSolution> options =
        CallOptions.<PromotionSolution>within(deadlineMillis)
            .checkedBy(s -> PromotionChecks.complaint(problem, s));
    return named(
        () ->
            router.call(
                PromotionPlanner.class,
                options,
                planner -> {
                  refuse(planner.refuses(problem));
                  return planner.plan(problem);
                }));
  }

  private static void refuse(Optional<souk.model.Refusal> refusal) {
    if (refusal.isPresent()) {
      throw new IllegalArgumentException(refusal.get().toString());
    }
  }

  /** A strategy that proves infeasibility has not failed: its reason is passed on. */
  private static <R> R named(Supplier<R> call) {
    try {
      return call.get();
    } catch (RoutingException e) {
      for (Throwable cause : causes(e)) {
        if (cause instanceof InfeasibleException infeasible) {
          throw infeasible;
        }
      }
      throw e;
    }
  }

  private static List<Throwable> causes(Throwable top) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.iterate(top, java.util.Objects::nonNull, Throwable::getCause)
                .limit(20),
            java.util.Arrays.stream(top.getSuppressed()))
        .toList();
  }
}
