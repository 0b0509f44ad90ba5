package ${package};

import souk.kernel.spi.TrafficMetric;
import souk.testkit.TrafficMetricContract;

/** What the platform relies on. */
class ${className}ContractTest extends TrafficMetricContract {
  @Override
  protected TrafficMetric subject() {
    return new ${className}(500);
  }

  @Override
  protected Object outcome() {
    return ${className}Test.quote(1_000);
  }
}
