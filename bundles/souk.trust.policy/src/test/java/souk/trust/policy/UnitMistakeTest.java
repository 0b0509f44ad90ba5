package souk.trust.policy;

import souk.plan.api.Plan;
import souk.testkit.PolicyGuardContract;
import souk.trust.spi.PolicyGuard;

class UnitMistakeTest extends PolicyGuardContract {
  @Override
  protected PolicyGuard subject() {
    return new UnitMistake();
  }

  @Override
  protected Plan allowedPlan() {
    return Plans.price(200, 1999, 100);
  }

  @Override
  protected Plan forbiddenPlan() {
    return Plans.price(200, 2000, 100);
  }
}
