package souk.customer.uplift;

import souk.customer.spi.UpliftEstimator;
import souk.testkit.UpliftEstimatorContract;

class CrossLearnerTest extends UpliftEstimatorContract {
  @Override
  protected UpliftEstimator subject() {
    return new CrossLearner();
  }
}
