package souk.learn.core;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.BinaryLearnerContract;
import souk.testkit.Configured;

class BoostedTablesBinaryTest extends BinaryLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new BoostedTables(Configured.of(BoostedTables.Config.class, Map.of()));
  }
}
