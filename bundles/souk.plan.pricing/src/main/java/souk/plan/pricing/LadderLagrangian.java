package souk.plan.pricing;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.model.Refusal;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.lib.choice.ChoiceSolver;
import souk.plan.spi.PriceOptimizer;

/**
 * Price ladder by convex hulls and Lagrangian relaxation, then an exact search of the core. Its
 * bound is certified; its answer is proven optimal on small ladders and within a tiny gap on large
 * ones.
 */
@Component(
    configurationPid = "souk.plan.pricing.ladder-lagrangian",
    property = {
      "souk.role=PriceOptimizer",
      "souk.strategy=ladder-lagrangian",
      "souk.version=1.0.0",
      "souk.family=lagrangian-relaxation",
      "souk.title=Price ladder, Lagrangian with certified bound",
      "service.ranking:Integer=100"
    })
@Designate(ocd = LadderLagrangian.Config.class)
public final class LadderLagrangian implements PriceOptimizer {
  /** How hard it tries. */
  @ObjectClassDefinition(
      name = "Souk: price ladder, Lagrangian",
      description = "Chooses one price step per item under one budget.")
  public @interface Config {
    @AttributeDefinition(
        name = "Effort (partial plans)",
        description =
            "Partial plans the exact search may look at before it stops with the best plan found and its bound.",
        min = "0",
        max = "2000000000")
    int effortPartialPlans() default ChoiceSolver.DEFAULT_EFFORT;
  }

  private final ChoiceSolver solver;

  @Activate
  public LadderLagrangian(Config config) {
    this(config.effortPartialPlans());
  }

  LadderLagrangian(int effort) {
    solver = new ChoiceSolver(effort);
  }

  @Override
  public Optional<Refusal> refuses(LadderProblem problem) {
    return Ladders.refuses(problem);
  }

  @Override
  public LadderSolution optimize(LadderProblem problem) {
    return Ladders.solve(problem, solver::solve);
  }
}
