package souk.customer.uplift;

import java.lang.annotation.Annotation;
import souk.customer.spi.UpliftEstimator;
import souk.testkit.UpliftEstimatorContract;

class BestLearnerTest extends UpliftEstimatorContract {
  @Override
  protected UpliftEstimator subject() {
    return new BestLearner(
        new BestLearner.Config() {
          @Override
          public int parts() {
            return 2;
          }

          @Override
          public Class<? extends Annotation> annotationType() {
            return BestLearner.Config.class;
          }
        });
  }
}
