package souk.learn.tribuo;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.BinaryLearnerContract;
import souk.testkit.Configured;

class TribuoXgboostBinaryTest extends BinaryLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new TribuoXgboost(Configured.of(TribuoXgboost.Config.class, Map.of()));
  }
}
