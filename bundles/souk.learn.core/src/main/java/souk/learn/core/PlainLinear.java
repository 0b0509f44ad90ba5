package souk.learn.core;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.learn.api.LearningTask;
import souk.learn.lib.linear.LinearModel;
import souk.learn.lib.linear.LinearOptions;
import souk.learn.lib.table.LearningRows;
import souk.learn.lib.table.Sample;
import souk.learn.spi.TabularLearner;

/** Linear regression, and logistic regression for probabilities; needs no other bundle. */
@Component(
    service = TabularLearner.class,
    property = {
      "souk.role=TabularLearner",
      "souk.strategy=plain-linear",
      "souk.version=" + OwnLearner.VERSION,
      "souk.family=linear",
      "souk.title=Linear and logistic regression",
      "souk.builtin:Boolean=true"
    })
@Designate(ocd = PlainLinear.Config.class)
public final class PlainLinear extends OwnLearner<LinearModel> {
  private static final long FORM = 0x534b504c494e3031L;
  private static final int FEWEST_ROWS = 2;

  /** Settings. */
  @ObjectClassDefinition(
      name = "Souk: Linear and logistic regression",
      description = "Slopes of scaled columns with a penalty; a column for each category.")
  public @interface Config {
    @AttributeDefinition(
        name = "Penalty (strength per row)",
        description = "How strongly slopes are drawn to zero where a task does not say.",
        min = "0",
        max = "1000")
    double penalty() default 0.001;

    @AttributeDefinition(
        name = "Penalty on magnitudes (share)",
        description = "0 is ridge, 1 is LASSO, where a task does not say.",
        min = "0",
        max = "1")
    double lassoShare() default 0;
  }

  private final Config config;

  @Activate
  public PlainLinear(Config config) {
    super("plain-linear", FORM, FEWEST_ROWS);
    this.config = config;
    options(config.penalty(), config.lassoShare(), LearningTask.Target.REAL);
  }

  private static LinearOptions options(
      double penalty, double lassoShare, LearningTask.Target target) {
    return new LinearOptions(penalty, lassoShare, target == LearningTask.Target.BINARY);
  }

  @Override
  LinearModel fit(Sample sample, LearningTask task) {
    return LinearModel.fit(
        LearningRows.handedOver(sample),
        options(
            task.option("penalty", config.penalty()),
            task.option("lassoShare", config.lassoShare()),
            task.target()),
        task.target() == LearningTask.Target.COUNT);
  }

  @Override
  double answer(LinearModel model, double[] row) {
    return model.predict(row);
  }

  @Override
  Map<String, Double> facts(LinearModel model) {
    return Map.of("columnsUsed", (double) model.used());
  }

  @Override
  void write(LinearModel model, DataOutputStream out) throws IOException {
    model.write(out);
  }

  @Override
  LinearModel read(DataInputStream in) throws IOException {
    return LinearModel.read(in);
  }
}
