package souk.learn.tribuo;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.learn.spi.TabularLearner;

/** Ridge regression (Tribuo), on scaled columns. */
@Component(
    service = TabularLearner.class,
    property = {
      "souk.role=TabularLearner",
      "souk.strategy=tribuo-ridge",
      "souk.version=" + LinearLearner.VERSION,
      "souk.family=linear",
      "souk.title=Ridge regression (Tribuo)"
    })
@Designate(ocd = TribuoRidge.Config.class)
public final class TribuoRidge extends LinearLearner {
  /** Settings. */
  @ObjectClassDefinition(
      name = "Souk: Ridge regression (Tribuo)",
      description = "Linear regression on scaled columns with a penalty on the slopes.")
  public @interface Config {
    @AttributeDefinition(
        name = "Penalty (share of the target's variance)",
        description = "How strongly slopes are drawn to zero where a task does not say.",
        min = "0",
        max = "1000")
    double penalty() default 0.01;
  }

  @Activate
  public TribuoRidge(Config config) {
    super("tribuo-ridge", config.penalty(), 0);
  }
}
