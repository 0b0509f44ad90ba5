package souk.customer.behavior;

import souk.customer.spi.BehaviorPredictor;
import souk.testkit.BehaviorPredictorContract;

class ChosenFamilyTest extends BehaviorPredictorContract {
  @Override
  protected BehaviorPredictor subject() {
    return new ChosenFamily();
  }
}
