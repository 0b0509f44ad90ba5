package souk.customer.behavior;

import org.junit.jupiter.api.Tag;
import souk.customer.spi.BehaviorPredictor;
import souk.testkit.BehaviorPredictorContract;

@Tag("slow")
class ParetoNbdPredictorTest extends BehaviorPredictorContract {
  @Override
  protected BehaviorPredictor subject() {
    return new ParetoNbdPredictor();
  }
}
