package souk.learn.tribuo;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.BinaryLearnerContract;
import souk.testkit.Configured;

class TribuoNaiveBayesBinaryTest extends BinaryLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new TribuoNaiveBayes(Configured.of(TribuoNaiveBayes.Config.class, Map.of()));
  }
}
