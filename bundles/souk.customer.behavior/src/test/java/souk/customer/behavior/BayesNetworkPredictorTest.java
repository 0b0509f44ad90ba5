package souk.customer.behavior;

import souk.customer.spi.BehaviorPredictor;
import souk.testkit.BehaviorPredictorContract;

class BayesNetworkPredictorTest extends BehaviorPredictorContract {
  @Override
  protected BehaviorPredictor subject() {
    return new BayesNetworkPredictor();
  }
}
