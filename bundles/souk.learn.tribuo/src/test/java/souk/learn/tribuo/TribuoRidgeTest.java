package souk.learn.tribuo;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.Configured;
import souk.testkit.TabularLearnerContract;

class TribuoRidgeTest extends TabularLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new TribuoRidge(Configured.of(TribuoRidge.Config.class, Map.of()));
  }
}
