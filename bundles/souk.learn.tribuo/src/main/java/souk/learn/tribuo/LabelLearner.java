package souk.learn.tribuo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.lib.Bytes;
import souk.learn.lib.ModelBytes;
import souk.learn.lib.table.Sample;
import souk.learn.lib.table.Targets;
import souk.learn.spi.TabularLearner;
import souk.model.Refusal;

/**
 * The frame of the learners of probabilities: how rows are made ready, then Tribuo's protobuf.
 *
 * @param <R> makes rows ready, learned from training rows
 */
abstract class LabelLearner<R> implements TabularLearner {
  static final String VERSION = "1.0.0";

  private static final long FORM = 0x534b4c41424c3031L;
  private static final int FEWEST_ROWS = 20;

  private final String strategy;

  LabelLearner(String strategy) {
    this.strategy = strategy;
  }

  /** Whether a model is one of probabilities. */
  static boolean wrote(LearnedModel model) {
    byte[] state = model.state();
    return state.length >= Long.BYTES && ByteBuffer.wrap(state).getLong() == FORM;
  }

  abstract R prepare(Sample sample);

  abstract double[] ready(R preparation, double[] row);

  abstract Trainer<Label> trainer(LearningTask task, int rows);

  abstract void write(R preparation, DataOutputStream out) throws IOException;

  abstract R read(DataInputStream in) throws IOException;

  @Override
  public final Optional<Refusal> refuses(TrainingTable table, LearningTask task) {
    if (task.target() != LearningTask.Target.BINARY) {
      return Optional.of(new Refusal("targets of 0 and 1", "they are " + task.target()));
    }
    Optional<Refusal> size = Targets.size(table.size(), table.columns().size(), FEWEST_ROWS);
    return size.isPresent() ? size : Targets.binary(table.target(), table.weights());
  }

  private static Sample sample(TrainingTable table) {
    boolean[] categorical = new boolean[table.columns().size()];
    for (int c = 0; c < categorical.length; c++) {
      categorical[c] = table.categorical().contains(table.columns().get(c));
    }
    double[] ones = new double[table.size()];
    Arrays.fill(ones, 1);
    return new Sample(table.rows(), table.target(), table.weights().orElse(ones), categorical);
  }

  @Override
  public final LearnedModel learn(TrainingTable table, LearningTask task) {
    refuses(table, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("Learner %s %s.".formatted(strategy, refusal));
            });
    Sample sample = sample(table);
    R preparation = prepare(sample);
    MutableDataset<Label> rows = Labels.dataset(sample, row -> ready(preparation, row));
    Model<Label> model = trainer(task, rows.size()).train(rows, Map.of());
    byte[] state =
        ModelBytes.write(
            FORM,
            out -> {
              write(preparation, out);
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              model.serializeToStream(bytes);
              out.writeInt(bytes.size());
              bytes.writeTo(out);
            });
    return new LearnedModel(
        strategy, VERSION, table.columns(), Map.of("rows", (double) table.size()), state);
  }

  /** What predicts. */
  private record Read<R>(R preparation, Model<Label> model) {}

  @Override
  public final double[] predict(LearnedModel model, double[][] rows) {
    Read<R> read =
        ModelBytes.read(
            strategy,
            model.learner(),
            model.state(),
            FORM,
            in -> {
              R preparation = read(in);
              byte[] bytes = in.readNBytes(Bytes.length(in, 1));
              return new Read<>(
                  preparation,
                  Model.deserializeFromStream(new ByteArrayInputStream(bytes))
                      .castModel(Label.class));
            });
    double[] answers = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      if (rows[r].length != model.columns().size()) {
        throw new IllegalArgumentException(
            "A row has %d values, the model needs %d."
                .formatted(rows[r].length, model.columns().size()));
      }
      Label happened =
          read.model()
              .predict(Labels.example(ready(read.preparation(), rows[r]), true))
              .getOutputScores()
              .get(Labels.HAPPENED);
      answers[r] = Math.max(0, Math.min(1, happened == null ? 0 : happened.getScore()));
    }
    return answers;
  }
}
