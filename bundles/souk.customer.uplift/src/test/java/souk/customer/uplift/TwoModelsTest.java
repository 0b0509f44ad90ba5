package souk.customer.uplift;

import souk.customer.spi.UpliftEstimator;
import souk.testkit.UpliftEstimatorContract;

class TwoModelsTest extends UpliftEstimatorContract {
  @Override
  protected UpliftEstimator subject() {
    return new TwoModels();
  }
}
