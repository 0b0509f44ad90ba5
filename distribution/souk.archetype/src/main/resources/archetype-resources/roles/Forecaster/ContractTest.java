package ${package};

import souk.demand.spi.Forecaster;
import souk.testkit.ForecasterContract;

/** What the platform relies on. */
class ${className}ContractTest extends ForecasterContract {
  @Override
  protected Forecaster subject() {
    return new ${className}(8);
  }
}
