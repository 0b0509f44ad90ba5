package souk.learn.tribuo;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.BinaryLearnerContract;
import souk.testkit.Configured;

class TribuoForestBinaryTest extends BinaryLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new TribuoForest(Configured.of(TribuoForest.Config.class, Map.of()));
  }
}
