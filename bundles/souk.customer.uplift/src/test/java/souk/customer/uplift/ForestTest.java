package souk.customer.uplift;

import java.lang.annotation.Annotation;
import souk.customer.spi.UpliftEstimator;
import souk.testkit.UpliftEstimatorContract;

class ForestTest extends UpliftEstimatorContract {
  @Override
  protected UpliftEstimator subject() {
    return new Forest(
        new Forest.Config() {
          @Override
          public int trees() {
            return 50;
          }

          @Override
          public Class<? extends Annotation> annotationType() {
            return Forest.Config.class;
          }
        });
  }
}
