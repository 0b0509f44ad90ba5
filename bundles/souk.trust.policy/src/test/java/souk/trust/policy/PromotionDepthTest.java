package souk.trust.policy;

import souk.plan.api.Plan;
import souk.testkit.PolicyGuardContract;
import souk.trust.spi.PolicyGuard;

class PromotionDepthTest extends PolicyGuardContract {
  @Override
  protected PolicyGuard subject() {
    return new PromotionDepth("0.50", "0.30");
  }

  @Override
  protected Plan allowedPlan() {
    return Plans.percentage("30");
  }

  @Override
  protected Plan forbiddenPlan() {
    return Plans.threshold(1000, 501);
  }
}
