package souk.plan.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.model.Refusal;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.spi.PriceOptimizer;

class ProbesTest {
  private static PriceOptimizer answering(LadderSolution solution) {
    return new PriceOptimizer() {
      @Override
      public Optional<Refusal> refuses(LadderProblem problem) {
        return Optional.empty();
      }

      @Override
      public LadderSolution optimize(LadderProblem problem) {
        return solution;
      }
    };
  }

  private static LadderSolution solution(double objective, double bound, Integer... choice) {
    return new LadderSolution(List.of(choice), objective, bound, List.of(), false);
  }

  @Test
  void aRightAnswerPasses() {
    assertEquals(
        Optional.empty(), new PriceOptimizerProbe().probe(answering(solution(40, 40, 0, 1))));
  }

  @Test
  void wrongAnswersAreNamed() {
    assertTrue(complains(solution(44, 44, 1, 1)).contains("budget"));
    assertTrue(complains(solution(Double.NaN, 44, 0, 1)).contains("objective"));
    assertTrue(complains(solution(34, 35, 1, 0)).contains("40"));
    assertTrue(complains(solution(40, 39, 0, 1)).contains("bound"));
    assertTrue(complains(solution(40, 40, 0, 5)).contains("no step 5"));
    assertTrue(complains(solution(40, 40, 0)).contains("1 choices for 2 items"));
  }

  private static String complains(LadderSolution solution) {
    return new PriceOptimizerProbe().probe(answering(solution)).orElseThrow();
  }

  @Test
  void aPlannerThatTakesTwoOfAGroupIsNamed() {
    assertEquals(
        Optional.of("two candidates of group members"),
        new PromotionPlannerProbe()
            .probe(
                new souk.plan.spi.PromotionPlanner() {
                  @Override
                  public Optional<Refusal> refuses(souk.plan.spi.PromotionProblem problem) {
                    return Optional.empty();
                  }

                  @Override
                  public souk.plan.spi.PromotionSolution plan(
                      souk.plan.spi.PromotionProblem problem) {
                    return new souk.plan.spi.PromotionSolution(
                        List.of(0, 1), problem.budget(), problem.budget(), List.of());
                  }
                }));
  }
}
