package souk.learn.core;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.Configured;
import souk.testkit.TabularLearnerContract;

class BoostedTablesTabularTest extends TabularLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new BoostedTables(Configured.of(BoostedTables.Config.class, Map.of()));
  }
}
