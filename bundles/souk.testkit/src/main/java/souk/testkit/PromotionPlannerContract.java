package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.model.Interval;
import souk.model.Money;
import souk.plan.api.PromotionLine;
import souk.plan.api.PromotionType;
import souk.plan.spi.PromotionCandidate;
import souk.plan.spi.PromotionPlanner;
import souk.plan.spi.PromotionProblem;
import souk.plan.spi.PromotionSolution;

/** What every {@link PromotionPlanner} must keep. Extend it and give the strategy. */
public abstract class PromotionPlannerContract {
  private static final Currency GBP = Currency.getInstance("GBP");

  /** The strategy under test; may be a new one each time. */
  protected abstract PromotionPlanner subject();

  @Test
  protected void keepsBudgetAndTakesAtMostOneOfAGroup() {
    SplittableRandom random = new SplittableRandom(31);
    for (int n = 0; n < 100; n++) {
      PromotionProblem problem = randomProblem(random, random.nextInt(0, 30));
      PromotionSolution solution = subject().plan(problem);
      Set<String> groups = new HashSet<>();
      long gain = 0;
      long cost = 0;
      int previous = -1;
      for (int chosen : solution.chosen()) {
        PromotionCandidate candidate = problem.candidates().get(chosen);
        assertTrue(chosen > previous, "positions increase");
        assertTrue(groups.add(candidate.group()), "one of group " + candidate.group());
        gain += candidate.line().incrementalProfit().amountMinor();
        cost += candidate.line().cost().amountMinor();
        previous = chosen;
      }
      assertTrue(cost <= problem.budget().amountMinor(), "the budget is kept");
      assertEquals(gain, solution.objective().amountMinor());
      assertTrue(solution.bound().compareTo(solution.objective()) >= 0, "bound");
    }
  }

  @Test
  protected void neverTakesAPromotionThatLosesMoney() {
    PromotionProblem problem =
        new PromotionProblem(List.of(candidate("g", -100, 5)), Money.ofMinor(1_000, GBP));
    assertTrue(subject().plan(problem).chosen().isEmpty());
  }

  @Test
  protected void nothingToChooseFromIsAnEmptyPlan() {
    PromotionSolution solution =
        subject().plan(new PromotionProblem(List.of(), Money.ofMinor(1_000, GBP)));
    assertTrue(solution.chosen().isEmpty());
    assertTrue(solution.objective().isZero());
  }

  @Test
  protected void takesWhatPaysIfTheBudgetAllowsAll() {
    PromotionProblem problem =
        new PromotionProblem(
            List.of(candidate("a", 100, 5), candidate("a", 300, 50), candidate("b", 20, 10)),
            Money.ofMinor(1_000, GBP));
    assertEquals(List.of(1, 2), subject().plan(problem).chosen());
  }

  @Test
  protected void sameProblemSameAnswerFromEightThreads() {
    PromotionPlanner shared = subject();
    PromotionProblem problem = randomProblem(new SplittableRandom(33), 60);
    PromotionSolution expected = shared.plan(problem);
    IntStream.range(0, 8)
        .parallel()
        .mapToObj(i -> shared.plan(problem))
        .toList()
        .forEach(answer -> assertEquals(expected, answer));
  }

  private static PromotionProblem randomProblem(SplittableRandom random, int count) {
    List<PromotionCandidate> candidates = new ArrayList<>();
    long total = 0;
    for (int i = 0; i < count; i++) {
      long cost = random.nextLong(0, 50_000);
      candidates.add(
          candidate("group-" + random.nextInt(10), random.nextLong(-5_000, 30_000), cost));
      total += cost;
    }
    return new PromotionProblem(
        candidates, Money.ofMinor((long) (total * random.nextDouble(0, 0.6)), GBP));
  }

  private static PromotionCandidate candidate(String group, long gainMinor, long costMinor) {
    Money zero = Money.zero(GBP);
    return new PromotionCandidate(
        group,
        new PromotionLine(
            group + "-" + gainMinor + "-" + costMinor,
            "Ten percent off",
            PromotionType.PERCENTAGE,
            BigDecimal.TEN,
            zero,
            zero,
            "high-value",
            Set.of(),
            Money.ofMinor(gainMinor, GBP),
            new Interval(gainMinor / 100.0, gainMinor / 100.0, 0.95),
            Money.ofMinor(costMinor, GBP),
            List.of()));
  }
}
