package souk.learn.tribuo;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.Configured;
import souk.testkit.TabularLearnerContract;

class TribuoXgboostTest extends TabularLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new TribuoXgboost(Configured.of(TribuoXgboost.Config.class, Map.of()));
  }
}
