package souk.learn.tribuo;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import souk.learn.api.LearningTask;
import souk.learn.spi.TabularLearner;

/** Many decision trees, each of other rows and columns (Breiman 2001). */
@Component(
    service = TabularLearner.class,
    property = {
      "souk.role=TabularLearner",
      "souk.strategy=tribuo-forest",
      "souk.version=" + LabelLearner.VERSION,
      "souk.family=trees",
      "souk.title=Random forest (Tribuo)"
    })
@Designate(ocd = TribuoForest.Config.class)
public final class TribuoForest extends DesignLearner {
  /** Settings. */
  @ObjectClassDefinition(
      name = "Souk: Random forest (Tribuo)",
      description = "Many trees whose answers are averaged.")
  public @interface Config {
    @AttributeDefinition(
        name = "Trees (count)",
        description = "Trees where a task does not say.",
        min = "1",
        max = "5000")
    int trees() default 60;

    @AttributeDefinition(
        name = "Depth (levels)",
        description = "Most levels of a tree where a task does not say.",
        min = "1",
        max = "30")
    int depth() default 12;

    @AttributeDefinition(
        name = "Columns of a split (share)",
        description = "Share of the columns that each split may look at.",
        min = "0.01",
        max = "0.99")
    double columnShare() default 0.4;
  }

  private final Config config;

  @Activate
  public TribuoForest(Config config) {
    super("tribuo-forest");
    this.config = config;
  }

  @Override
  Trainer<Label> trainer(LearningTask task, int rows) {
    CARTClassificationTrainer tree =
        new CARTClassificationTrainer(
            (int) task.option("depth", config.depth()),
            (float) task.option("leafRows", Math.max(1, Math.min(20, rows / 40))),
            0,
            (float) task.option("columnShare", config.columnShare()),
            false,
            new GiniIndex(),
            task.seed());
    return new RandomForestTrainer<>(
        tree,
        new FullyWeightedVotingCombiner(),
        (int) task.option("trees", config.trees()),
        task.seed());
  }
}
