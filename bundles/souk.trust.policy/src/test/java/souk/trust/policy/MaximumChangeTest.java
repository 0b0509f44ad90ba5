package souk.trust.policy;

import souk.plan.api.Plan;
import souk.testkit.PolicyGuardContract;
import souk.trust.spi.PolicyGuard;

class MaximumChangeTest extends PolicyGuardContract {
  @Override
  protected PolicyGuard subject() {
    return new MaximumChange("0.15");
  }

  @Override
  protected Plan allowedPlan() {
    return Plans.price(200, 230, 100);
  }

  @Override
  protected Plan forbiddenPlan() {
    return Plans.price(200, 231, 100);
  }
}
