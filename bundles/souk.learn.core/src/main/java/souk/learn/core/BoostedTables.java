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
import souk.learn.lib.boost.TableTrees;
import souk.learn.lib.table.Sample;
import souk.learn.spi.TabularLearner;
import souk.numeric.lib.boost.BoostOptions;
import souk.numeric.lib.boost.Lanes;
import souk.numeric.lib.boost.Loss;

/** Boosted trees over histograms, for figures, counts and probabilities; needs no other bundle. */
@Component(
    service = TabularLearner.class,
    property = {
      "souk.role=TabularLearner",
      "souk.strategy=boosted-trees",
      "souk.version=" + OwnLearner.VERSION,
      "souk.family=trees",
      "souk.title=Boosted trees",
      "service.ranking:Integer=20"
    })
@Designate(ocd = BoostedTables.Config.class)
public final class BoostedTables extends OwnLearner<TableTrees> {
  private static final long FORM = 0x534b425452453031L;
  private static final int FEWEST_ROWS = 20;

  /** Settings. */
  @ObjectClassDefinition(
      name = "Souk: Boosted trees",
      description = "Trees over histograms that correct each other.")
  public @interface Config {
    @AttributeDefinition(
        name = "Trees (count)",
        description = "Trees where a task does not say.",
        min = "1",
        max = "10000")
    int trees() default 150;

    @AttributeDefinition(
        name = "Leaves (count)",
        description = "Most leaves of a tree where a task does not say.",
        min = "2",
        max = "256")
    int leaves() default 12;

    @AttributeDefinition(
        name = "Learning rate (share)",
        description = "Share of each tree's step that is taken where a task does not say.",
        min = "0.001",
        max = "1")
    double learningRate() default 0.06;
  }

  private final Config config;

  @Activate
  public BoostedTables(Config config) {
    super("boosted-trees", FORM, FEWEST_ROWS);
    this.config = config;
    options(LearningTask.builder(LearningTask.Target.REAL, 1).build(), FEWEST_ROWS);
  }

  private BoostOptions options(LearningTask task, int rows) {
    Loss loss =
        switch (task.target()) {
          case REAL -> Loss.FIGURE;
          case COUNT -> Loss.POISSON;
          case BINARY -> Loss.LOGISTIC;
        };
    BoostOptions standard = TableTrees.standard(loss, rows, task.seed());
    return new BoostOptions(
        loss,
        (int) task.option("trees", config.trees()),
        (int) task.option("leaves", config.leaves()),
        task.option("learningRate", config.learningRate()),
        (int) task.option("leafRows", standard.leafRows()),
        task.option("ridge", standard.ridge()),
        task.option("rowShare", standard.rowShare()),
        task.option("columnShare", standard.featureShare()),
        task.seed());
  }

  @Override
  TableTrees fit(Sample sample, LearningTask task) {
    return TableTrees.fit(sample, options(task, sample.size()), Lanes.ONE);
  }

  @Override
  double answer(TableTrees model, double[] row) {
    return model.predict(row);
  }

  @Override
  Map<String, Double> facts(TableTrees model) {
    return Map.of("trees", (double) model.size());
  }

  @Override
  void write(TableTrees model, DataOutputStream out) throws IOException {
    model.write(out);
  }

  @Override
  TableTrees read(DataInputStream in) throws IOException {
    return TableTrees.read(in);
  }
}
