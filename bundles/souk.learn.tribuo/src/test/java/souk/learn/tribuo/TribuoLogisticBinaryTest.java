package souk.learn.tribuo;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.BinaryLearnerContract;
import souk.testkit.Configured;

class TribuoLogisticBinaryTest extends BinaryLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new TribuoLogistic(Configured.of(TribuoLogistic.Config.class, Map.of()));
  }
}
