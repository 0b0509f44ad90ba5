package souk.learn.tribuo;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.learn.spi.TabularLearner;

/** LASSO (Tribuo), on scaled columns. */
@Component(
    service = TabularLearner.class,
    property = {
      "souk.role=TabularLearner",
      "souk.strategy=tribuo-lasso",
      "souk.version=" + LinearLearner.VERSION,
      "souk.family=linear",
      "souk.title=LASSO (Tribuo)"
    })
@Designate(ocd = TribuoLasso.Config.class)
public final class TribuoLasso extends LinearLearner {
  /** Settings. */
  @ObjectClassDefinition(
      name = "Souk: LASSO (Tribuo)",
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
  public TribuoLasso(Config config) {
    super("tribuo-lasso", config.penalty(), 1);
  }
}
