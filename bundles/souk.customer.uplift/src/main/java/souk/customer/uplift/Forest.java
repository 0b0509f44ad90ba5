package souk.customer.uplift;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.customer.api.UpliftEstimate;
import souk.customer.api.UpliftTrial;
import souk.customer.lib.uplift.UpliftForest;
import souk.customer.lib.uplift.tree.SplitCriterion;
import souk.customer.spi.UpliftEstimator;
import souk.customer.spi.UpliftTask;
import souk.model.Refusal;

/** Honest uplift trees, their mean. */
@Component(
    property = {
      "souk.role=UpliftEstimator",
      "souk.strategy=" + Forest.ID,
      "souk.version=" + Forest.VERSION,
      "souk.family=tree",
      "souk.title=Honest uplift forest"
    })
@Designate(ocd = Forest.Config.class)
public final class Forest implements UpliftEstimator {
  static final String ID = "uplift-forest";
  static final String VERSION = "1.0.0";

  /** Settings of the forest. */
  @ObjectClassDefinition(
      name = "Souk: uplift forest",
      description = "Trees that divide customers by how much a treatment changes them.")
  public @interface Config {
    @AttributeDefinition(
        name = "Trees (count)",
        description = "How many trees a forest has; more are steadier and take longer.",
        min = "10",
        max = "2000")
    int trees() default 200;
  }

  private final UpliftForest learner;

  @Activate
  public Forest(Config config) {
    this.learner = new UpliftForest(SplitCriterion.T_STATISTIC, config.trees());
  }

  @Override
  public Optional<Refusal> refuses(UpliftTrial trial, UpliftTask task) {
    return Estimation.refusal(trial);
  }

  @Override
  public UpliftEstimate estimate(UpliftTrial trial, double[][] rows, UpliftTask task) {
    return Estimation.estimate(Estimation.trial(trial), learner, rows, task, ID, VERSION);
  }
}
