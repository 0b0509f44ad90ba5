package ${package};

import souk.offer.spi.SelectionPolicy;
import souk.testkit.SelectionPolicyContract;

/** What the platform relies on. */
class ${className}ContractTest extends SelectionPolicyContract {
  @Override
  protected SelectionPolicy subject() {
    return new ${className}(1);
  }
}
