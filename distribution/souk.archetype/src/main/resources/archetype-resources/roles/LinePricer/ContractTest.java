package ${package};

import souk.offer.spi.LinePricer;
import souk.testkit.LinePricerContract;

/** What the platform relies on. */
class ${className}ContractTest extends LinePricerContract {
  @Override
  protected LinePricer subject() {
    return new ${className}(10, 9);
  }
}
