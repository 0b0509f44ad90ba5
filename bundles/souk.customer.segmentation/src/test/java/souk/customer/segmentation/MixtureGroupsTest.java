package souk.customer.segmentation;

import java.lang.annotation.Annotation;
import souk.customer.spi.SegmentationStrategy;
import souk.testkit.SegmentationStrategyContract;

class MixtureGroupsTest extends SegmentationStrategyContract {
  @Override
  protected SegmentationStrategy subject() {
    return new MixtureGroups(
        new MixtureGroups.Config() {
          @Override
          public int mostGroups() {
            return 5;
          }

          @Override
          public Class<? extends Annotation> annotationType() {
            return MixtureGroups.Config.class;
          }
        });
  }
}
