package souk.learn.core;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.BinaryLearnerContract;
import souk.testkit.Configured;

class PlainLinearBinaryTest extends BinaryLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new PlainLinear(Configured.of(PlainLinear.Config.class, Map.of()));
  }
}
