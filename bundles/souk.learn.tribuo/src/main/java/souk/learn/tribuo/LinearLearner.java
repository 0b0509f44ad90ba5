package souk.learn.tribuo;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.SparseModel;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.VectorTuple;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.SparseLinearModel;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.lib.Bytes;
import souk.learn.lib.ModelBytes;
import souk.learn.spi.TabularLearner;
import souk.model.Refusal;

/**
 * Linear regression with penalties on the squares and the magnitudes of the slopes of scaled
 * columns, by coordinate descent (Friedman, Hastie, Tibshirani, Journal of Statistical Software 33,
 * 2010). The target is scaled too, so that a penalty means the same for pennies and for thousands.
 * The frame of the three linear strategies.
 */
class LinearLearner implements TabularLearner {
  static final String VERSION = "1.0.0";

  private static final long FORM = 0x534b4c494e303031L;
  private static final int MOST_PASSES = 5_000;
  private static final double NO_LASSO = 1e-9;

  private final String strategy;
  private final double penalty;
  private final double lassoShare;
  private final Logger trainerLog = Logger.getLogger(ElasticNetCDTrainer.class.getName());

  /**
   * @param penalty default strength, in units of the target's variance
   * @param lassoShare share of the penalty on magnitudes: 0 ridge, 1 LASSO
   */
  LinearLearner(String strategy, double penalty, double lassoShare) {
    if (!(penalty >= 0 && lassoShare >= 0 && lassoShare <= 1)) {
      throw new IllegalArgumentException(
          "The penalty (%s) must not be negative and the share of LASSO (%s) must lie in [0, 1]."
              .formatted(penalty, lassoShare));
    }
    this.strategy = strategy;
    this.penalty = penalty;
    this.lassoShare = lassoShare;
    if (trainerLog.getLevel() == null) {
      trainerLog.setLevel(Level.WARNING);
    }
  }

  @Override
  public final Optional<Refusal> refuses(TrainingTable table, LearningTask task) {
    if (table.size() < 2 || table.columns().isEmpty()) {
      return Optional.of(
          new Refusal(
              "at least 2 rows and 1 column",
              "the table has %d and %d".formatted(table.size(), table.columns().size())));
    }
    if (task.target() == LearningTask.Target.BINARY) {
      return Optional.of(new Refusal("targets that are figures or counts", "they are 0 and 1"));
    }
    boolean uneven =
        table.weights().isPresent()
            && Arrays.stream(table.weights().get()).distinct().limit(2).count() > 1;
    return uneven
        ? Optional.of(new Refusal("rows of 1 weight", "the table has several weights"))
        : Optional.empty();
  }

  @Override
  public final LearnedModel learn(TrainingTable table, LearningTask task) {
    refuses(table, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("Learner %s %s.".formatted(strategy, refusal));
            });
    int n = table.size();
    int columns = table.columns().size();
    Columns scaling = Columns.of(table.rows(), columns);
    double[][] rows = Arrays.stream(table.rows()).map(scaling::apply).toArray(double[][]::new);
    double mean = Arrays.stream(table.target()).sum() / n;
    double squares = Arrays.stream(table.target()).map(y -> (y - mean) * (y - mean)).sum();
    double spread = squares > 0 ? StrictMath.sqrt(squares / n) : 1;
    double[] target = Arrays.stream(table.target()).map(y -> (y - mean) / spread).toArray();
    double[] slopes = new double[columns];
    if (squares > 0) {
      slopes(rows, target, task, slopes);
    }
    boolean floor = task.target() == LearningTask.Target.COUNT;
    byte[] state =
        ModelBytes.write(
            FORM,
            out -> {
              out.writeBoolean(floor);
              out.writeDouble(mean);
              out.writeDouble(spread);
              scaling.write(out);
              Bytes.write(out, slopes);
            });
    double used = Arrays.stream(slopes).filter(slope -> slope != 0).count();
    return new LearnedModel(
        strategy,
        VERSION,
        table.columns(),
        Map.of("rows", (double) n, "columnsUsed", used, "targetMean", mean),
        state);
  }

  private void slopes(double[][] rows, double[] target, LearningTask task, double[] slopes) {
    double share = Math.max(NO_LASSO, task.option("lassoShare", lassoShare));
    double strength = Math.max(1e-12, task.option("penalty", penalty));
    SparseModel<Regressor> model =
        new ElasticNetCDTrainer(strength, share, 1e-10, MOST_PASSES, false, task.seed())
            .train(
                new Examples(slopes.length).dataset(rows, target, Optional.empty(), false),
                Map.of());
    ImmutableFeatureMap features = model.getFeatureIDMap();
    SparseVector weights = ((SparseLinearModel) model).getWeights().values().iterator().next();
    for (VectorTuple weight : weights) {
      if (weight.index < features.size()) {
        slopes[Examples.column(features.get(weight.index).getName())] = weight.value;
      }
    }
  }

  @Override
  public final double[] predict(LearnedModel model, double[][] rows) {
    return ModelBytes.read(
        strategy,
        model.learner(),
        model.state(),
        FORM,
        in -> {
          boolean floor = in.readBoolean();
          double mean = in.readDouble();
          double spread = in.readDouble();
          Columns scaling = Columns.read(in);
          double[] slopes = Bytes.readDoubles(in);
          double[] answers = new double[rows.length];
          for (int r = 0; r < rows.length; r++) {
            double[] row = scaling.apply(rows[r]);
            double sum = 0;
            for (int c = 0; c < slopes.length; c++) {
              sum += slopes[c] * row[c];
            }
            answers[r] = floor ? Math.max(0, mean + spread * sum) : mean + spread * sum;
          }
          return answers;
        });
  }
}
