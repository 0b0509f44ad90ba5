package souk.learn.core;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.Configured;
import souk.testkit.TabularLearnerContract;

class PlainLinearTabularTest extends TabularLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new PlainLinear(Configured.of(PlainLinear.Config.class, Map.of()));
  }
}
