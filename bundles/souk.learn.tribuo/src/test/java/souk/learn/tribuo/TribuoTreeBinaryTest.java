package souk.learn.tribuo;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.BinaryLearnerContract;
import souk.testkit.Configured;

class TribuoTreeBinaryTest extends BinaryLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new TribuoTree(Configured.of(TribuoTree.Config.class, Map.of()));
  }
}
