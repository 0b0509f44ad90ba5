package ${package};

import souk.customer.spi.SegmentationStrategy;
import souk.testkit.SegmentationStrategyContract;

/** What the platform relies on. */
class ${className}ContractTest extends SegmentationStrategyContract {
  @Override
  protected SegmentationStrategy subject() {
    return new ${className}(50);
  }
}
