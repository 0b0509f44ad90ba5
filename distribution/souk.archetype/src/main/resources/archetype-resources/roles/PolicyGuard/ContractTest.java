package ${package};

import souk.plan.api.Plan;
import souk.testkit.PlantedPlans;
import souk.testkit.PolicyGuardContract;
import souk.trust.spi.PolicyGuard;

/** What the platform relies on. */
class ${className}ContractTest extends PolicyGuardContract {
  @Override
  protected PolicyGuard subject() {
    return new ${className}(2);
  }

  @Override
  protected Plan allowedPlan() {
    return PlantedPlans.changing(2);
  }

  @Override
  protected Plan forbiddenPlan() {
    return PlantedPlans.changing(3);
  }
}
