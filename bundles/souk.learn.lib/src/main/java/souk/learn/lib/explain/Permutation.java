package souk.learn.lib.explain;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Permutation importance: how much worse a model gets when one column is shuffled among rows that
 * it did not learn from (Breiman, Machine Learning 45, 2001).
 */
public final class Permutation {
  private Permutation() {}

  /**
   * Rise of the loss per column.
   *
   * @param rows not learned from; left as they are
   * @param answers of the model for rows
   * @param loss of answers, smaller is better
   * @param repeats shuffles per column, whose mean is given
   */
  public static double[] of(
      double[][] rows,
      Function<double[][], double[]> answers,
      ToDoubleFunction<double[]> loss,
      int repeats,
      long seed) {
    double before = loss.applyAsDouble(answers.apply(rows));
    int columns = rows[0].length;
    double[] rise = new double[columns];
    SplittableRandom random = new SplittableRandom(seed);
    double[][] changed = new double[rows.length][];
    for (int c = 0; c < columns; c++) {
      for (int repeat = 0; repeat < repeats; repeat++) {
        int[] from = shuffled(rows.length, random);
        for (int r = 0; r < rows.length; r++) {
          changed[r] = rows[r].clone();
          changed[r][c] = rows[from[r]][c];
        }
        rise[c] += (loss.applyAsDouble(answers.apply(changed)) - before) / repeats;
      }
    }
    return rise;
  }

  private static int[] shuffled(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
