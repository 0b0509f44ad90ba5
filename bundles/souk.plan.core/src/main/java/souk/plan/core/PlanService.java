package souk.plan.core;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.customer.api.Segments;
import souk.data.api.Costs;
import souk.data.api.Documents;
import souk.data.api.SalesHistory;
import souk.demand.api.DemandForecasts;
import souk.demand.api.DemandModels;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Progress;
import souk.kernel.api.Snapshots;
import souk.kernel.api.StrategyRouter;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.Plan;
import souk.plan.api.PlanRequest;
import souk.plan.api.Plans;

/** Proposes plans through the selected strategies and keeps them in the journal. */
@Component(configurationPid = "souk.plan.core")
@Designate(ocd = PlanService.Config.class)
public final class PlanService implements Plans {
  /** Limits of planning. */
  @ObjectClassDefinition(name = "Souk: plans", description = "How plans are computed.")
  public @interface Config {
    @AttributeDefinition(
        name = "Steps per article (count)",
        description = "Greatest number of price points of one article.",
        min = "2",
        max = "1000")
    int stepsPerArticle() default 15;

    @AttributeDefinition(
        name = "Strategy deadline (milliseconds)",
        description = "Time an optimiser has before its fall-back answers.",
        min = "1",
        max = "86400000")
    long strategyDeadlineMillis() default 60_000;

    @AttributeDefinition(
        name = "Time looked back (weeks)",
        description = "Weeks of sales that tell what a segment buys, for promotions.",
        min = "1",
        max = "520")
    int lookBackWeeks() default 13;

    @AttributeDefinition(
        name = "Least gain (probability)",
        description =
            "Probability, from 0 to below 1, that a price change or discount must gain before it is considered.",
        min = "0",
        max = "0.9999")
    double leastGainProbability() default 0.7;

    @AttributeDefinition(
        name = "Least promotion gain (major currency units)",
        description =
            "Expected gain over the period below which a promotion is not worth the work.",
        min = "0",
        max = "1000000000")
    double leastPromotionGain() default 5;
  }

  private final PlanStore store;
  private final DecisionLog decisions;
  private final Clock clock;
  private final Strategies strategies;
  private final PricePlanning prices;
  private final PromotionPlanning promotions;

  @Activate
  public PlanService(
      @Reference SalesHistory sales,
      @Reference Costs costs,
      @Reference DemandModels models,
      @Reference DemandForecasts forecasts,
      @Reference Segments segments,
      @Reference Snapshots snapshots,
      @Reference StrategyRouter router,
      @Reference Documents documents,
      @Reference DecisionLog decisions,
      Config config) {
    this(
        new Sources(sales, costs, models, forecasts, segments, snapshots),
        new Strategies(router, config.strategyDeadlineMillis()),
        documents,
        decisions,
        Clock.systemUTC(),
        new PlanOptions(
            config.stepsPerArticle(),
            config.lookBackWeeks(),
            config.leastGainProbability(),
            config.leastPromotionGain()));
  }

  PlanService(
      Sources sources,
      Strategies strategies,
      Documents documents,
      DecisionLog decisions,
      Clock clock,
      PlanOptions options) {
    this.store = new PlanStore(documents);
    this.decisions = decisions;
    this.clock = clock;
    this.strategies = strategies;
    prices = new PricePlanning(sources, strategies, clock, options);
    promotions = new PromotionPlanning(sources, strategies, clock, options);
  }

  @Override
  public Plan propose(PlanRequest request, Progress progress) {
    Plan draft =
        switch (request.kind()) {
          case PRICE -> prices.plan(request, progress);
          case PROMOTION -> promotions.plan(request, progress);
        };
    progress.throwIfCancelled();
    Plan plan = store.save(id -> Drafts.withId(id, draft));
    decisions.appendDurable(
        Decision.builder(decisions.newId(), "plan", clock.instant())
            .body(
                "{\"planId\":\"%s\",\"kind\":\"%s\",\"fingerprint\":\"%s\"}"
                    .formatted(plan.id(), plan.kind(), plan.provenance().inputFingerprint()))
            .build());
    progress.report(1, 1, "Plan " + plan.id() + " proposed");
    return plan;
  }

  @Override
  public Optional<Plan> find(String planId) {
    return store.find(planId);
  }

  @Override
  public List<Plan> list(int limit) {
    return store.list(limit);
  }

  @Override
  public LadderSolution solve(LadderProblem problem, Progress progress) {
    progress.report(0, 1, "Choosing among %d ladders".formatted(problem.items().size()));
    LadderSolution solution = strategies.optimize(problem).value();
    progress.report(1, 1, "Ladders chosen");
    return solution;
  }
}
