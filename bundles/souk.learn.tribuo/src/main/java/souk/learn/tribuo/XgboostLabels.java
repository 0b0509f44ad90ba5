package souk.learn.tribuo;

import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostTrainer.BoosterType;
import org.tribuo.common.xgboost.XGBoostTrainer.LoggingVerbosity;
import org.tribuo.common.xgboost.XGBoostTrainer.TreeMethod;
import souk.learn.api.LearningTask;

/** Probabilities through XGBoost. */
final class XgboostLabels extends DesignLearner {
  private final TribuoXgboost.Config config;

  XgboostLabels(TribuoXgboost.Config config) {
    super(TribuoXgboost.STRATEGY);
    this.config = config;
  }

  @Override
  Trainer<Label> trainer(LearningTask task, int rows) {
    return new XGBoostClassificationTrainer(
        BoosterType.GBTREE,
        TreeMethod.HIST,
        (int) task.option("trees", config.trees()),
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
        task.seed());
  }
}
