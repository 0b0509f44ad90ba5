package souk.learn.lib.explain;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import souk.learn.lib.linear.LinearModel;
import souk.learn.lib.linear.LinearOptions;
import souk.learn.lib.table.LearningRows;
import souk.learn.lib.table.Sample;

/**
 * LIME: what a model goes by near one row, as the slopes of a ridge regression of its answers on
 * whether each column kept the row's value, rows that kept more counting more (Ribeiro, Singh and
 * Guestrin, KDD 2016).
 *
 * @param weights per column: how much the answer changes when the row's value is kept
 * @param fit share of the variance near the row that the slopes explain
 */
public record LocalSlopes(double[] weights, double fit) {
  private static final double KERNEL = 0.75;

  /**
   * @param others rows from which values are taken where a column is not kept
   * @param draws rows near the row, at least 50
   */
  public static LocalSlopes of(
      double[] row, double[][] others, Function<double[][], double[]> model, int draws, long seed) {
    int columns = row.length;
    SplittableRandom random = new SplittableRandom(seed);
    double[][] kept = new double[draws][columns];
    double[][] near = new double[draws][columns];
    double[] counts = new double[draws];
    for (int d = 0; d < draws; d++) {
      double[] other = others[random.nextInt(others.length)];
      int changed = 0;
      double share = random.nextDouble();
      for (int c = 0; c < columns; c++) {
        boolean keep = d == 0 || random.nextDouble() >= share;
        kept[d][c] = keep ? 1 : 0;
        near[d][c] = keep ? row[c] : other[c];
        changed += keep ? 0 : 1;
      }
      double distance = StrictMath.sqrt((double) changed / columns);
      counts[d] = StrictMath.exp(-distance * distance / (KERNEL * KERNEL));
    }
    double[] answers = model.apply(near);
    Sample sample = new Sample(kept, answers, counts, new boolean[columns]);
    LinearModel slopes =
        LinearModel.fit(LearningRows.handedOver(sample), new LinearOptions(1e-4, 0, false));
    double[] all = new double[columns];
    Arrays.fill(all, 1);
    double[] weights = new double[columns];
    for (int c = 0; c < columns; c++) {
      double[] without = all.clone();
      without[c] = 0;
      weights[c] = slopes.score(all) - slopes.score(without);
    }
    return new LocalSlopes(weights, explained(sample, slopes));
  }

  private static double explained(Sample sample, LinearModel slopes) {
    double mean = sample.mean();
    double rest = 0;
    double all = 0;
    for (int r = 0; r < sample.size(); r++) {
      double off = sample.target()[r] - slopes.predict(sample.rows()[r]);
      rest += sample.weights()[r] * off * off;
      all += sample.weights()[r] * (sample.target()[r] - mean) * (sample.target()[r] - mean);
    }
    return all == 0 ? 1 : 1 - rest / all;
  }
}
