package souk.customer.segmentation;

import java.lang.annotation.Annotation;
import souk.customer.spi.SegmentationStrategy;
import souk.testkit.SegmentationStrategyContract;

class StableGroupsTest extends SegmentationStrategyContract {
  @Override
  protected SegmentationStrategy subject() {
    return new StableGroups(
        new StableGroups.Config() {
          @Override
          public int mostGroups() {
            return 5;
          }

          @Override
          public Class<? extends Annotation> annotationType() {
            return StableGroups.Config.class;
          }
        });
  }
}
