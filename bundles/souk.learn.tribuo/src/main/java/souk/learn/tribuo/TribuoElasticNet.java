package souk.learn.tribuo;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.learn.spi.TabularLearner;

/** Elastic net (Tribuo), on scaled columns. */
@Component(
    service = TabularLearner.class,
    property = {
      "souk.role=TabularLearner",
      "souk.strategy=tribuo-elastic-net",
      "souk.version=" + LinearLearner.VERSION,
      "souk.family=linear",
      "souk.title=Elastic net (Tribuo)"
    })
@Designate(ocd = TribuoElasticNet.Config.class)
public final class TribuoElasticNet extends LinearLearner {
  /** Settings. */
  @ObjectClassDefinition(
      name = "Souk: Elastic net (Tribuo)",
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
  public TribuoElasticNet(Config config) {
    super("tribuo-elastic-net", config.penalty(), 0.5);
  }
}
