package souk.learn.lib.boost;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.learn.lib.Bytes;
import souk.learn.lib.table.CategoryRanks;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.Logistic;
import souk.numeric.lib.boost.BinnedRows;
import souk.numeric.lib.boost.Bins;
import souk.numeric.lib.boost.BoostOptions;
import souk.numeric.lib.boost.BoostedTrees;
import souk.numeric.lib.boost.Lanes;
import souk.numeric.lib.boost.Loss;

/**
 * Boosted trees over a table with categories and missing values: for figures, counts (Poisson) and
 * probabilities. Immutable, safe for use by many threads.
 */
public final class TableTrees {
  private final Loss loss;
  private final double centre;
  private final double scale;
  private final double start;
  private final List<Optional<CategoryRanks>> ranks;
  private final BoostedTrees trees;

  private TableTrees(
      Loss loss,
      double centre,
      double scale,
      double start,
      List<Optional<CategoryRanks>> ranks,
      BoostedTrees trees) {
    this.loss = loss;
    this.centre = centre;
    this.scale = scale;
    this.start = start;
    this.ranks = List.copyOf(ranks);
    this.trees = trees;
  }

  /** What serves most tables of so many rows. */
  public static BoostOptions standard(Loss loss, int rows, long seed) {
    int leafRows = Math.max(1, Math.min(20, rows / 10));
    return new BoostOptions(loss, 150, 12, 0.06, leafRows, 5, 0.8, 0.8, seed);
  }

  /**
   * Learns.
   *
   * @param sample at least one row of positive weight; targets as the loss has them
   * @param options with {@link Loss#FIGURE}, {@link Loss#POISSON} or {@link Loss#LOGISTIC}
   */
  public static TableTrees fit(Sample sample, BoostOptions options, Lanes lanes) {
    List<Optional<CategoryRanks>> ranks = new ArrayList<>();
    for (int c = 0; c < sample.columns(); c++) {
      ranks.add(
          sample.categorical()[c]
              ? Optional.of(CategoryRanks.of(sample, c, Math.min(10, options.leafRows())))
              : Optional.empty());
    }
    double mean = sample.mean();
    boolean isFigure = options.loss() == Loss.FIGURE;
    double centre = isFigure ? mean : 0;
    double scale = isFigure ? deviation(sample, mean) : 1;
    double start =
        switch (options.loss()) {
          case FIGURE -> 1;
          case LOGISTIC -> Math.max(1e-6, mean) / Math.max(1e-6, 1 - mean);
          default -> Math.max(1e-6, mean);
        };
    float[][] features = new float[sample.size()][];
    for (int r = 0; r < features.length; r++) {
      features[r] = features(sample.rows()[r], ranks);
    }
    BinnedRows rows = new BinnedRows(Bins.of(features), features.length);
    for (int r = 0; r < features.length; r++) {
      rows.set(r, features[r], (sample.target()[r] - centre) / scale, start, sample.weights()[r]);
    }
    return new TableTrees(
        options.loss(), centre, scale, start, ranks, BoostedTrees.fit(rows, options, lanes));
  }

  private static double deviation(Sample sample, double mean) {
    double squares = 0;
    double all = 0;
    for (int r = 0; r < sample.size(); r++) {
      double off = sample.target()[r] - mean;
      squares += sample.weights()[r] * off * off;
      all += sample.weights()[r];
    }
    double deviation = StrictMath.sqrt(squares / all);
    return deviation > 0 ? deviation : 1;
  }

  private static float[] features(double[] row, List<Optional<CategoryRanks>> ranks) {
    if (row.length != ranks.size()) {
      throw new IllegalArgumentException(
          "A row has %d values, the model needs %d.".formatted(row.length, ranks.size()));
    }
    float[] features = new float[row.length];
    for (int c = 0; c < row.length; c++) {
      Optional<CategoryRanks> rank = ranks.get(c);
      features[c] = (float) (rank.isPresent() ? rank.get().place(row[c]) : row[c]);
    }
    return features;
  }

  /** The figure, count or probability of a row. */
  public double predict(double[] row) {
    double predicted = trees.predict(features(row, ranks), start);
    return switch (loss) {
      case FIGURE -> centre + scale * StrictMath.log(predicted);
      case LOGISTIC -> predicted / (1 + predicted);
      default -> predicted;
    };
  }

  /** What the trees add up for a row: log odds, logarithm of a count, or the figure. */
  public double score(double[] row) {
    double predicted = predict(row);
    return switch (loss) {
      case FIGURE -> predicted;
      case LOGISTIC -> Logistic.score(Math.min(1 - 1e-15, Math.max(1e-15, predicted)));
      default -> StrictMath.log(predicted);
    };
  }

  /**
   * How much each column adds to the {@link #score}, compared with other rows: Shapley values. They
   * add up to the score less the mean score of the others.
   *
   * @param others at least one row
   */
  public double[] shares(double[] row, double[][] others) {
    float[][] background = new float[others.length][];
    for (int i = 0; i < others.length; i++) {
      background[i] = features(others[i], ranks);
    }
    double[] shares = trees.shares(features(row, ranks), background);
    for (int c = 0; c < shares.length; c++) {
      shares[c] *= scale;
    }
    return shares;
  }

  /** Number of trees. */
  public int size() {
    return trees.size();
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(loss.name());
    Bytes.write(out, new double[] {centre, scale, start});
    out.writeInt(ranks.size());
    for (Optional<CategoryRanks> rank : ranks) {
      out.writeBoolean(rank.isPresent());
      if (rank.isPresent()) {
        rank.get().write(out);
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(trees.bytes());
    trees.write(bytes);
    out.writeInt(bytes.capacity());
    out.write(bytes.array());
  }

  /**
   * Reads what was written.
   *
   * @throws IOException if it is damaged
   */
  public static TableTrees read(DataInputStream in) throws IOException {
    try {
      Loss loss = Loss.valueOf(in.readUTF());
      double[] figures = Bytes.readDoubles(in);
      int columns = Bytes.length(in, 1);
      List<Optional<CategoryRanks>> ranks = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        ranks.add(in.readBoolean() ? Optional.of(CategoryRanks.read(in)) : Optional.empty());
      }
      ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(Bytes.length(in, 1)));
      BoostedTrees trees = BoostedTrees.read(bytes, columns);
      return new TableTrees(loss, figures[0], figures[1], figures[2], ranks, trees);
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | BufferUnderflowException damaged) {
      throw new IOException("no trees: " + damaged.getMessage(), damaged);
    }
  }
}
