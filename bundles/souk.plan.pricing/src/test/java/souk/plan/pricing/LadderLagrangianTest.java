package souk.plan.pricing;

import souk.plan.lib.choice.ChoiceSolver;
import souk.plan.spi.PriceOptimizer;
import souk.testkit.PriceOptimizerContract;

class LadderLagrangianTest extends PriceOptimizerContract {
  @Override
  protected PriceOptimizer subject() {
    return new LadderLagrangian(ChoiceSolver.DEFAULT_EFFORT);
  }
}
