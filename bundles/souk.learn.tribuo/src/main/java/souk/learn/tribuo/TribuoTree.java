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
import souk.learn.api.LearningTask;
import souk.learn.spi.TabularLearner;

/** One decision tree (CART). */
@Component(
    service = TabularLearner.class,
    property = {
      "souk.role=TabularLearner",
      "souk.strategy=tribuo-tree",
      "souk.version=" + LabelLearner.VERSION,
      "souk.family=trees",
      "souk.title=Decision tree (Tribuo)"
    })
@Designate(ocd = TribuoTree.Config.class)
public final class TribuoTree extends DesignLearner {
  /** Settings. */
  @ObjectClassDefinition(
      name = "Souk: Decision tree (Tribuo)",
      description = "One tree that a person can read.")
  public @interface Config {
    @AttributeDefinition(
        name = "Depth (levels)",
        description = "Most levels where a task does not say.",
        min = "1",
        max = "30")
    int depth() default 6;

    @AttributeDefinition(
        name = "Rows of a leaf (count)",
        description = "Fewest rows of a leaf where a task does not say.",
        min = "1",
        max = "100000")
    int leafRows() default 20;
  }

  private final Config config;

  @Activate
  public TribuoTree(Config config) {
    super("tribuo-tree");
    this.config = config;
  }

  @Override
  Trainer<Label> trainer(LearningTask task, int rows) {
    return new CARTClassificationTrainer(
        (int) task.option("depth", config.depth()),
        (float) task.option("leafRows", Math.max(1, Math.min(config.leafRows(), rows / 10))),
        0,
        1,
        false,
        new GiniIndex(),
        task.seed());
  }
}
