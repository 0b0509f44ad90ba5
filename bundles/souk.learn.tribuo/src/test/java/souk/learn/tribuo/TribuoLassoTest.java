package souk.learn.tribuo;

import java.util.Map;
import souk.learn.spi.TabularLearner;
import souk.testkit.Configured;
import souk.testkit.TabularLearnerContract;

class TribuoLassoTest extends TabularLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new TribuoLasso(Configured.of(TribuoLasso.Config.class, Map.of()));
  }
}
