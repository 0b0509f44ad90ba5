package souk.learn.tribuo;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;
import souk.learn.api.LearningTask;
import souk.learn.spi.TabularLearner;

/** Logistic regression by stochastic gradients (AdaGrad). */
@Component(
    service = TabularLearner.class,
    property = {
      "souk.role=TabularLearner",
      "souk.strategy=tribuo-logistic",
      "souk.version=" + LabelLearner.VERSION,
      "souk.family=linear",
      "souk.title=Logistic regression (Tribuo)"
    })
@Designate(ocd = TribuoLogistic.Config.class)
public final class TribuoLogistic extends DesignLearner {
  private static final int MINIBATCH = 16;
  private static final int NO_LOGS = -1;

  /** Settings. */
  @ObjectClassDefinition(
      name = "Souk: Logistic regression (Tribuo)",
      description = "Slopes of scaled columns by stochastic gradients.")
  public @interface Config {
    @AttributeDefinition(
        name = "Epochs (count)",
        description = "Passes over the rows where a task does not say.",
        min = "1",
        max = "1000")
    int epochs() default 10;

    @AttributeDefinition(
        name = "Learning rate (share)",
        description = "First step where a task does not say.",
        min = "0.0001",
        max = "10")
    double learningRate() default 0.1;
  }

  private final Config config;

  @Activate
  public TribuoLogistic(Config config) {
    super("tribuo-logistic");
    this.config = config;
  }

  @Override
  Trainer<Label> trainer(LearningTask task, int rows) {
    return new LinearSGDTrainer(
        new LogMulticlass(),
        new AdaGrad(task.option("learningRate", config.learningRate()), 0.1),
        (int) task.option("epochs", config.epochs()),
        NO_LOGS,
        Math.min(MINIBATCH, rows),
        task.seed());
  }
}
