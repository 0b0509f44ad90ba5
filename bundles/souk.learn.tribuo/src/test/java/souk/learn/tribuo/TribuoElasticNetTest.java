package souk.learn.tribuo;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.Configured;
import souk.testkit.TabularLearnerContract;

class TribuoElasticNetTest extends TabularLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new TribuoElasticNet(Configured.of(TribuoElasticNet.Config.class, Map.of()));
  }
}
