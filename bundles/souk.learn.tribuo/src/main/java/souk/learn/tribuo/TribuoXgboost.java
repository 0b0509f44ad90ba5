package souk.learn.tribuo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.common.xgboost.XGBoostTrainer.BoosterType;
import org.tribuo.common.xgboost.XGBoostTrainer.LoggingVerbosity;
import org.tribuo.common.xgboost.XGBoostTrainer.TreeMethod;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.lib.Bytes;
import souk.learn.lib.ModelBytes;
import souk.learn.lib.table.Targets;
import souk.learn.spi.TabularLearner;
import souk.model.Refusal;

/** Gradient-boosted trees through XGBoost; counts by the Tweedie deviance, and probabilities. */
@Component(
    property = {
      "souk.role=TabularLearner",
      "souk.strategy=tribuo-xgboost",
      "souk.version=" + TribuoXgboost.VERSION,
      "souk.family=trees",
      "souk.title=XGBoost (Tribuo)",
      "service.ranking:Integer=10"
    })
@Designate(ocd = TribuoXgboost.Config.class)
public final class TribuoXgboost implements TabularLearner {
  static final String VERSION = "1.0.0";

  static final String STRATEGY = "tribuo-xgboost";
  private static final long FORM = 0x534b584742303031L;
  private static final int FEWEST_ROWS = 20;

  /** Settings of XGBoost. */
  @ObjectClassDefinition(
      name = "Souk: XGBoost through Tribuo",
      description = "Gradient-boosted trees over histograms.")
  public @interface Config {
    @AttributeDefinition(
        name = "Trees (count)",
        description = "Trees where a task does not say.",
        min = "1",
        max = "10000")
    int trees() default 200;

    @AttributeDefinition(
        name = "Depth (levels)",
        description = "Most levels of a tree where a task does not say.",
        min = "1",
        max = "16")
    int depth() default 6;

    @AttributeDefinition(
        name = "Learning rate (share)",
        description = "Share of each tree's step that is taken where a task does not say.",
        min = "0.001",
        max = "1")
    double learningRate() default 0.1;
  }

  private final Config config;
  private final XgboostLabels labels;

  @Activate
  public TribuoXgboost(Config config) {
    this.config = config;
    this.labels = new XgboostLabels(config);
    if (config.trees() < 1
        || config.depth() < 1
        || !(config.learningRate() > 0 && config.learningRate() <= 1)) {
      throw new IllegalArgumentException(
          "XGBoost needs at least 1 tree of 1 level and a rate in (0, 1], but got %d, %d and %s."
              .formatted(config.trees(), config.depth(), config.learningRate()));
    }
  }

  @Override
  public Optional<Refusal> refuses(TrainingTable table, LearningTask task) {
    Optional<Refusal> size = Targets.size(table.size(), table.columns().size(), FEWEST_ROWS);
    if (size.isPresent()) {
      return size;
    }
    return switch (task.target()) {
      case COUNT -> Targets.counts(table.target());
      case BINARY -> Targets.binary(table.target(), table.weights());
      case REAL -> Optional.empty();
    };
  }

  @Override
  public LearnedModel learn(TrainingTable table, LearningTask task) {
    refuses(table, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("Learner %s %s.".formatted(STRATEGY, refusal));
            });
    if (task.target() == LearningTask.Target.BINARY) {
      return labels.learn(table, task);
    }
    int trees = (int) task.option("trees", config.trees());
    Model<Regressor> model =
        new XGBoostRegressionTrainer(
                BoosterType.GBTREE,
                TreeMethod.HIST,
                task.target() == LearningTask.Target.COUNT
                    ? RegressionType.TWEEDIE
                    : RegressionType.LINEAR,
                trees,
                task.option("learningRate", config.learningRate()),
                0,
                (int) task.option("depth", config.depth()),
                task.option("leafWeight", 1),
                task.option("rowShare", 1),
                task.option("columnShare", 1),
                task.option("ridge", 1),
                0,
                task.threads(),
                LoggingVerbosity.SILENT,
                task.seed())
            .train(
                new Examples(table.columns().size())
                    .dataset(table.rows(), table.target(), table.weights(), true),
                Map.of());
    byte[] state =
        ModelBytes.write(
            FORM,
            out -> {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              model.serializeToStream(bytes);
              out.writeInt(bytes.size());
              bytes.writeTo(out);
            });
    return new LearnedModel(
        STRATEGY,
        VERSION,
        table.columns(),
        Map.of("rows", (double) table.size(), "trees", (double) trees),
        state);
  }

  @Override
  public double[] predict(LearnedModel model, double[][] rows) {
    if (LabelLearner.wrote(model)) {
      return labels.predict(model, rows);
    }
    Model<Regressor> trees =
        ModelBytes.read(
            STRATEGY,
            model.learner(),
            model.state(),
            FORM,
            in -> {
              byte[] bytes = in.readNBytes(Bytes.length(in, 1));
              return Model.deserializeFromStream(new ByteArrayInputStream(bytes))
                  .castModel(Regressor.class);
            });
    Examples examples = new Examples(model.columns().size());
    List<Example<Regressor>> asked = new ArrayList<>(rows.length);
    for (double[] row : rows) {
      if (row.length != model.columns().size()) {
        throw new IllegalArgumentException(
            "A row has %d values, the model needs %d."
                .formatted(row.length, model.columns().size()));
      }
      asked.add(examples.of(row, 0, true));
    }
    double[] answers = new double[rows.length];
    Iterator<Prediction<Regressor>> predictions = trees.predict(asked).iterator();
    for (int r = 0; r < answers.length; r++) {
      answers[r] = predictions.next().getOutput().getValues()[0];
    }
    return answers;
  }
}
