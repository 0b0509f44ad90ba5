package souk.learn.tribuo;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.mnb.MultinomialNaiveBayesTrainer;
import souk.learn.api.LearningTask;
import souk.learn.lib.table.Cells;
import souk.learn.lib.table.Sample;
import souk.learn.spi.TabularLearner;

/** Naive Bayes over cells: each row is in one cell of each column. */
@Component(
    service = TabularLearner.class,
    property = {
      "souk.role=TabularLearner",
      "souk.strategy=tribuo-naive-bayes",
      "souk.version=" + LabelLearner.VERSION,
      "souk.family=bayes",
      "souk.title=Naive Bayes (Tribuo)"
    })
@Designate(ocd = TribuoNaiveBayes.Config.class)
public final class TribuoNaiveBayes extends LabelLearner<Cells> {
  /** Settings. */
  @ObjectClassDefinition(
      name = "Souk: Naive Bayes (Tribuo)",
      description = "How often each cell of each column comes with what happened.")
  public @interface Config {
    @AttributeDefinition(
        name = "Cells of a figure (count)",
        description = "Into how many cells of about equal population a figure is cut.",
        min = "2",
        max = "100")
    int cells() default 10;
  }

  private final Config config;

  @Activate
  public TribuoNaiveBayes(Config config) {
    super("tribuo-naive-bayes");
    this.config = config;
  }

  @Override
  Cells prepare(Sample sample) {
    return Cells.of(sample, config.cells());
  }

  @Override
  double[] ready(Cells cells, double[] row) {
    int width = 0;
    for (int c = 0; c < cells.columns(); c++) {
      width += cells.count(c);
    }
    double[] ready = new double[width];
    int at = 0;
    for (int c = 0; c < cells.columns(); c++) {
      ready[at + cells.cell(c, row[c])] = 1;
      at += cells.count(c);
    }
    return ready;
  }

  @Override
  Trainer<Label> trainer(LearningTask task, int rows) {
    return new MultinomialNaiveBayesTrainer(task.option("smoothing", 1));
  }

  @Override
  void write(Cells cells, DataOutputStream out) throws IOException {
    cells.write(out);
  }

  @Override
  Cells read(DataInputStream in) throws IOException {
    return Cells.read(in);
  }
}
