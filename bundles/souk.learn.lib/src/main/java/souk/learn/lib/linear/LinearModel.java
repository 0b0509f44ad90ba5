package souk.learn.lib.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import souk.learn.lib.Bytes;
import souk.learn.lib.table.Design;
import souk.learn.lib.table.LearningRows;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.Logistic;

/** A linear or logistic model over a table. Immutable, safe for use by many threads. */
public final class LinearModel {
  private static final int FEWEST = 5;

  private final boolean logistic;
  private final double least;
  private final double centre;
  private final double scale;
  private final Design design;
  private final double[] beta;

  private LinearModel(
      boolean logistic, double least, double centre, double scale, Design design, double[] beta) {
    this.logistic = logistic;
    this.least = least;
    this.centre = centre;
    this.scale = scale;
    this.design = design;
    this.beta = beta;
  }

  /**
   * Learns. A figure is brought to deviation 1, so that a penalty means the same for pennies and
   * for thousands.
   *
   * @param given with targets of both kinds if the options are logistic
   */
  public static LinearModel fit(LearningRows given, LinearOptions options) {
    return fit(given, options, false);
  }

  /**
   * Learns figures that cannot be negative, or any.
   *
   * @param counts whether answers below 0 become 0
   */
  public static LinearModel fit(LearningRows given, LinearOptions options, boolean counts) {
    Design design = Design.of(given, FEWEST);
    Sample sample = given.sample();
    double[][] rows = Arrays.stream(sample.rows()).map(design::apply).toArray(double[][]::new);
    double mean = sample.mean();
    double centre = options.logistic() ? 0 : mean;
    double scale = options.logistic() ? 1 : deviation(sample, mean);
    double[] target = Arrays.stream(sample.target()).map(y -> (y - centre) / scale).toArray();
    double[] beta = new ElasticNet(rows, target, sample.weights(), options).fit();
    double least = counts ? 0 : Double.NEGATIVE_INFINITY;
    return new LinearModel(options.logistic(), least, centre, scale, design, beta);
  }

  private static double deviation(Sample sample, double mean) {
    double squares = 0;
    double all = 0;
    for (int r = 0; r < sample.size(); r++) {
      squares += sample.weights()[r] * (sample.target()[r] - mean) * (sample.target()[r] - mean);
      all += sample.weights()[r];
    }
    return squares > 0 ? StrictMath.sqrt(squares / all) : 1;
  }

  /** The figure, or the log odds, of a row. */
  public double score(double[] row) {
    double[] ready = design.apply(row);
    double sum = beta[beta.length - 1];
    for (int c = 0; c < ready.length; c++) {
      sum += beta[c] * ready[c];
    }
    return centre + scale * sum;
  }

  /** The figure, or the probability, of a row. */
  public double predict(double[] row) {
    return logistic ? Logistic.probability(score(row)) : Math.max(least, score(row));
  }

  /** Columns of the design whose slope is not 0. */
  public int used() {
    return (int) Arrays.stream(beta, 0, beta.length - 1).filter(slope -> slope != 0).count();
  }

  /** Per column of the table: whether a slope of it is greater than so much. */
  public boolean[] usedColumns(double least) {
    boolean[] used = new boolean[design.columns()];
    for (int c = 0; c < beta.length - 1; c++) {
      used[design.source(c)] |= Math.abs(beta[c]) > least;
    }
    return used;
  }

  /**
   * What each column of the table adds to the score of a row, less what it adds where it is at its
   * mean (figures) or has no column of its own (categories).
   */
  public double[] contributions(double[] row) {
    double[] ready = design.apply(row);
    double[] sums = new double[row.length];
    for (int c = 0; c < ready.length; c++) {
      sums[design.source(c)] += scale * beta[c] * ready[c];
    }
    return sums;
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutputStream out) throws IOException {
    out.writeBoolean(logistic);
    out.writeDouble(least);
    out.writeDouble(centre);
    out.writeDouble(scale);
    design.write(out);
    Bytes.write(out, beta);
  }

  /**
   * Reads what was written.
   *
   * @throws IOException if it is damaged
   */
  public static LinearModel read(DataInputStream in) throws IOException {
    boolean logistic = in.readBoolean();
    double least = in.readDouble();
    double centre = in.readDouble();
    double scale = in.readDouble();
    Design design = Design.read(in);
    double[] beta = Bytes.readDoubles(in);
    if (beta.length != design.width() + 1) {
      throw new IOException("%d slopes for %d columns".formatted(beta.length, design.width()));
    }
    return new LinearModel(logistic, least, centre, scale, design, beta);
  }
}
