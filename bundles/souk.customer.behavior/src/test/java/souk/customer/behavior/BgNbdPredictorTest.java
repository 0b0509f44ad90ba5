package souk.customer.behavior;

import souk.customer.spi.BehaviorPredictor;
import souk.testkit.BehaviorPredictorContract;

class BgNbdPredictorTest extends BehaviorPredictorContract {
  @Override
  protected BehaviorPredictor subject() {
    return new BgNbdPredictor();
  }
}
