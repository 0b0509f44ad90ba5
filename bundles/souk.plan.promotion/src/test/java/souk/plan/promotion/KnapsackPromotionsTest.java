package souk.plan.promotion;

import souk.plan.spi.PromotionPlanner;
import souk.testkit.PromotionPlannerContract;

class KnapsackPromotionsTest extends PromotionPlannerContract {
  @Override
  protected PromotionPlanner subject() {
    return new KnapsackPromotions();
  }
}
