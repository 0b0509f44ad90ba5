package souk.learn.tensorflow;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.SequenceTask.Goal;
import souk.learn.api.Sequences;
import souk.learn.tensorflow.net.NetworkPlan;
import souk.learn.tensorflow.net.Packed;
import souk.learn.tensorflow.serve.ModelState;
import souk.learn.tensorflow.train.Order;
import souk.model.Refusal;

/** From what callers ask to what the training process is told. */
final class Orders {
  private static final int FEWEST_ROWS = 2;
  private static final int MOST_STEPS = 512;
  private static final int COMPARED = 256;
  private static final long MOST_CELLS = 500_000_000;

  private Orders() {}

  static Optional<Refusal> refuses(SequenceTable table, SequenceTask task) {
    Sequences sequences = table.sequences();
    if (sequences.size() < FEWEST_ROWS) {
      return refused(
          "at least %d sequences".formatted(FEWEST_ROWS), "there are " + sequences.size());
    }
    if (task.goal() == Goal.NEXT && !sequences.areTokens()) {
      return refused("steps that are told by tokens", "they are told by figures");
    }
    if (task.goal() != Goal.NEXT && table.target().length != sequences.size()) {
      return refused("a target for each sequence", "there are " + table.target().length);
    }
    if (task.goal() == Goal.BINARY) {
      for (double y : table.target()) {
        if (y != 0 && y != 1) {
          return refused("targets of 0 and 1", "there is " + y);
        }
      }
    }
    return form(table, task);
  }

  private static Optional<Refusal> form(SequenceTable table, SequenceTask task) {
    try {
      NetworkPlan plan = plan(table, task);
      settings(task);
      long cells = (long) table.sequences().size() * plan.steps() * plan.width();
      if (cells > MOST_CELLS) {
        return refused("at most %d values".formatted(MOST_CELLS), "there are " + cells);
      }
      if (table.sequences().longest() < 2 && task.goal() == Goal.NEXT) {
        return refused("sequences of at least 2 steps", "the longest has 1");
      }
      return Optional.empty();
    } catch (IllegalArgumentException | IOException e) {
      return refused("a form that can be built", String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Refusal> refused(String requirement, String found) {
    return Optional.of(new Refusal(requirement, found));
  }

  private static int whole(SequenceTask task, String name, int otherwise) {
    double value = task.option(name, otherwise);
    if (value != Math.rint(value) || Math.abs(value) > 1e9) {
      throw new IllegalArgumentException(
          "Option %s is %s, but must be a whole number.".formatted(name, value));
    }
    return (int) value;
  }

  static Optional<ModelState> start(SequenceTask task) throws IOException {
    Optional<LearnedModel> from = task.from();
    return from.isPresent() ? Optional.of(ModelState.of(from.get().state())) : Optional.empty();
  }

  static NetworkPlan plan(SequenceTable table, SequenceTask task) throws IOException {
    Sequences sequences = table.sequences();
    Optional<NetworkPlan> before = start(task).map(ModelState::plan);
    int asked = sequences.longest() - (task.goal() == Goal.NEXT ? 1 : 0);
    int longest = before.map(NetworkPlan::steps).orElse(Math.max(1, Math.min(MOST_STEPS, asked)));
    NetworkPlan plan =
        new NetworkPlan(
            NetworkPlan.Kind.valueOf(task.network().name()),
            NetworkPlan.Aim.valueOf(task.goal().name()),
            sequences.width(),
            sequences.vocabulary(),
            task.goal() == Goal.NEXT
                ? task.nextFields().stream().mapToInt(f -> f).toArray()
                : new int[0],
            whole(task, "hidden", before.map(NetworkPlan::hidden).orElse(32)),
            whole(task, "layers", before.map(NetworkPlan::layers).orElse(defaultLayers(task))),
            whole(task, "heads", before.map(NetworkPlan::heads).orElse(4)),
            whole(task, "kernel", before.map(NetworkPlan::kernel).orElse(3)),
            whole(task, "steps", longest));
    if (before.isPresent() && !plan.readsLike(before.get())) {
      throw new IllegalArgumentException(
          "The model to start from reads steps otherwise: %s, width %d, hidden %d, layers %d."
              .formatted(
                  before.get().kind(),
                  before.get().width(),
                  before.get().hidden(),
                  before.get().layers()));
    }
    return plan;
  }

  private static int defaultLayers(SequenceTask task) {
    return switch (task.network()) {
      case LSTM, GRU -> 1;
      case MLP, TRANSFORMER -> 2;
      case TEMPORAL_CNN -> 4;
    };
  }

  private static Order.Settings settings(SequenceTask task) {
    return new Order.Settings(
        whole(task, "epochs", 20),
        whole(task, "batch", 128),
        (float) task.option("learningRate", 0.003),
        (float) task.option("dropout", 0),
        whole(task, "patience", 3),
        (float) task.option("clip", 5),
        task.option("frozen", 0) > 0,
        task.seed(),
        task.threads());
  }

  static Order order(SequenceTable training, SequenceTable validation, SequenceTask task)
      throws IOException {
    NetworkPlan plan = plan(training, task);
    Optional<ModelState> start = start(task);
    float[] mean = new float[plan.width()];
    float[] factor = new float[plan.width()];
    Arrays.fill(factor, 1);
    // A body that is taken over brings the scales it was learned with.
    if (!plan.tokens() && start.isEmpty() && task.option("scale", 1) > 0) {
      scale(training.sequences().figures(), mean, factor);
    }
    return new Order(
        plan,
        settings(task),
        start.map(ModelState::savedModel).orElse(new byte[0]),
        mean,
        factor,
        target(training, task),
        packed(plan.learning(), training),
        packed(plan.learning(), validation),
        compared(plan, validation.sequences().size() > 0 ? validation : training));
  }

  /** The first rows, as the finished model reads them. */
  private static Packed compared(NetworkPlan plan, SequenceTable from) {
    int rows = Math.min(COMPARED, from.sequences().size());
    int[] first = IntStream.range(0, rows).toArray();
    return packed(plan, from.sequences().rows(first), new double[0]);
  }

  private static Packed packed(NetworkPlan plan, SequenceTable table) {
    return packed(plan, table.sequences(), table.target());
  }

  static Packed packed(NetworkPlan plan, Sequences sequences, double[] target) {
    if (sequences.areTokens() != plan.tokens()
        || sequences.width() != plan.width()
        || !Arrays.equals(sequences.vocabulary(), plan.vocabulary())) {
      throw new IllegalArgumentException(
          "The model reads steps of %d %s with vocabularies %s, but these have %d with %s."
              .formatted(
                  plan.width(),
                  plan.tokens() ? "tokens" : "figures",
                  Arrays.toString(plan.vocabulary()),
                  sequences.width(),
                  Arrays.toString(sequences.vocabulary())));
    }
    return Packed.of(plan, sequences.figures(), sequences.tokens(), target);
  }

  /** Mean and 1 / deviation of each feature over all steps; 1 for a feature that never changes. */
  private static void scale(float[][][] rows, float[] mean, float[] factor) {
    for (int f = 0; f < mean.length; f++) {
      double sum = 0;
      double squares = 0;
      long count = 0;
      for (float[][] row : rows) {
        for (float[] step : row) {
          sum += step[f];
          squares += (double) step[f] * step[f];
          count++;
        }
      }
      double middle = sum / count;
      double variance = Math.max(0, squares / count - middle * middle);
      mean[f] = (float) middle;
      factor[f] =
          variance > 1e-12 * Math.max(1, middle * middle) ? (float) (1 / Math.sqrt(variance)) : 1;
    }
  }

  private static float[] target(SequenceTable table, SequenceTask task) {
    if (task.goal() != Goal.REAL) {
      return new float[] {0, 1};
    }
    double mean = Arrays.stream(table.target()).average().orElse(0);
    double variance =
        Arrays.stream(table.target()).map(y -> (y - mean) * (y - mean)).average().orElse(1);
    return new float[] {(float) mean, variance > 0 ? (float) Math.sqrt(variance) : 1};
  }
}
