package souk.trust.approval;

import java.util.Map;
import souk.kernel.spi.ConfigurationCheck;
import souk.testkit.ConfigurationCheckContract;

class DeskLimitsContractTest extends ConfigurationCheckContract {
  @Override
  protected ConfigurationCheck subject() {
    return new DeskLimits();
  }

  @Override
  protected Map<String, Object> goodValues() {
    return Map.of("secondPersonDepthShare", "0.3", "secondPersonBudget", "10000");
  }

  @Override
  protected Map<String, Object> badValues() {
    return Map.of("secondPersonDepthShare", "30", "secondPersonBudget", "10000");
  }
}
