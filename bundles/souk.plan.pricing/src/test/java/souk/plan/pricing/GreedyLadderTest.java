package souk.plan.pricing;

import souk.plan.spi.PriceOptimizer;
import souk.testkit.PriceOptimizerContract;

class GreedyLadderTest extends PriceOptimizerContract {
  @Override
  protected PriceOptimizer subject() {
    return new GreedyLadder();
  }
}
