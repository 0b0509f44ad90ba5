package souk.plan.promotion;

import souk.plan.spi.PromotionPlanner;
import souk.testkit.PromotionPlannerContract;

class GreedyPromotionsTest extends PromotionPlannerContract {
  @Override
  protected PromotionPlanner subject() {
    return new GreedyPromotions();
  }
}
