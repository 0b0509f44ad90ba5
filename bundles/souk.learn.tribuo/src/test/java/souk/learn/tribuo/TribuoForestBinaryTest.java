package souk.learn.tribuo;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import souk.learn.spi.TabularLearner;
import souk.testkit.BinaryLearnerContract;
import souk.testkit.Configured;

@Tag("slow")
class TribuoForestBinaryTest extends BinaryLearnerContract {
  @Override
  protected TabularLearner subject() {
    return new TribuoForest(Configured.of(TribuoForest.Config.class, Map.of()));
  }
}
