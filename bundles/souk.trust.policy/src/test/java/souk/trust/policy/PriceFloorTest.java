package souk.trust.policy;

import souk.plan.api.Plan;
import souk.testkit.PolicyGuardContract;
import souk.trust.spi.PolicyGuard;

class PriceFloorTest extends PolicyGuardContract {
  @Override
  protected PolicyGuard subject() {
    return new PriceFloor("0.10");
  }

  @Override
  protected Plan allowedPlan() {
    return Plans.price(220, 200, 180);
  }

  @Override
  protected Plan forbiddenPlan() {
    return Plans.price(200, 199, 180);
  }
}
