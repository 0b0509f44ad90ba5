package souk.learn.tribuo;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.spi.TabularLearner;
import souk.model.Refusal;

/** Ridge regression (Tribuo), on scaled columns. */
@Component(
    property = {
      "souk.role=TabularLearner",
      "souk.strategy=tribuo-ridge",
      "souk.version=" + LinearLearner.VERSION,
      "souk.family=linear",
      "souk.title=Ridge regression (Tribuo)"
    })
@Designate(ocd = TribuoRidge.Config.class)
public final class TribuoRidge implements TabularLearner {
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

  private final LinearLearner learner;

  @Activate
  public TribuoRidge(Config config) {
    this.learner = new LinearLearner("tribuo-ridge", config.penalty(), 0);
  }

  @Override
  public Optional<Refusal> refuses(TrainingTable table, LearningTask task) {
    return learner.refuses(table, task);
  }

  @Override
  public LearnedModel learn(TrainingTable table, LearningTask task) {
    return learner.learn(table, task);
  }

  @Override
  public double[] predict(LearnedModel model, double[][] rows) {
    return learner.predict(model, rows);
  }
}
