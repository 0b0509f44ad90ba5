package souk.trust.policy;

import java.util.Map;
import souk.kernel.spi.ConfigurationCheck;
import souk.testkit.ConfigurationCheckContract;

class GuardLimitsContractTest extends ConfigurationCheckContract {
  @Override
  protected ConfigurationCheck subject() {
    return new GuardLimits();
  }

  @Override
  protected Map<String, Object> goodValues() {
    return Map.of("maximumDepthShare", "0.5", "secondPersonDepthShare", "0.3");
  }

  @Override
  protected Map<String, Object> badValues() {
    return Map.of("maximumDepthShare", "0.5", "secondPersonDepthShare", "30");
  }
}
