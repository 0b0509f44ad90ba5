package souk.learn.lib.select;

import java.util.Arrays;
import java.util.SplittableRandom;
import souk.learn.lib.linear.LinearModel;
import souk.learn.lib.linear.LinearOptions;
import souk.learn.lib.table.Cells;
import souk.learn.lib.table.LearningRows;
import souk.learn.lib.table.Sample;

/** Which columns are worth keeping, in three ways. */
public final class ColumnChoice {
  private static final int CELLS = 10;
  private static final double SLOPE = 1e-9;

  private ColumnChoice() {}

  /**
   * What each column says about the target, in bits, by cells of about equal population; less what
   * chance alone would say (Miller's correction), not below 0. Figures as targets are cut too.
   */
  public static double[] information(Sample sample) {
    Cells cells = Cells.of(sample, CELLS);
    double[][] asColumn =
        Arrays.stream(sample.target()).mapToObj(y -> new double[] {y}).toArray(double[][]::new);
    boolean events = Arrays.stream(sample.target()).allMatch(y -> y == 0 || y == 1);
    Cells ofTarget = Cells.of(Sample.of(asColumn, sample.target(), new boolean[] {events}), CELLS);
    double[] bits = new double[sample.columns()];
    for (int c = 0; c < bits.length; c++) {
      double[][] counts = new double[cells.count(c)][ofTarget.count(0)];
      for (int r = 0; r < sample.size(); r++) {
        counts[cells.cell(c, sample.rows()[r][c])][ofTarget.cell(0, sample.target()[r])]++;
      }
      bits[c] = Math.max(0, bits(counts, sample.size()));
    }
    return bits;
  }

  private static double bits(double[][] counts, int rows) {
    double[] ofRow = new double[counts.length];
    double[] ofColumn = new double[counts[0].length];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        ofRow[i] += counts[i][j];
        ofColumn[j] += counts[i][j];
      }
    }
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        if (counts[i][j] > 0) {
          sum +=
              counts[i][j] / rows * StrictMath.log(counts[i][j] * rows / (ofRow[i] * ofColumn[j]));
        }
      }
    }
    long rowsUsed = Arrays.stream(ofRow).filter(count -> count > 0).count();
    long columnsUsed = Arrays.stream(ofColumn).filter(count -> count > 0).count();
    return (sum - (rowsUsed - 1.0) * (columnsUsed - 1) / (2.0 * rows)) / StrictMath.log(2);
  }

  /**
   * How often a LASSO on half of the rows keeps each column (Meinshausen and Bühlmann, JRSS B 72,
   * 2010).
   *
   * @param penalty of the LASSO
   * @param halves how often, at least 10
   * @return shares in [0, 1]
   */
  public static double[] stability(
      Sample sample, double penalty, boolean events, int halves, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] kept = new double[sample.columns()];
    int[] order = new int[sample.size()];
    Arrays.setAll(order, r -> r);
    for (int h = 0; h < halves; h++) {
      for (int i = order.length; i > 1; i--) {
        int j = random.nextInt(i);
        int swap = order[j];
        order[j] = order[i - 1];
        order[i - 1] = swap;
      }
      int[] half = Arrays.copyOf(order, order.length / 2);
      Arrays.sort(half);
      LinearModel model =
          LinearModel.fit(
              LearningRows.handedOver(sample.take(half)), new LinearOptions(penalty, 1, events));
      boolean[] used = model.usedColumns(SLOPE);
      for (int c = 0; c < kept.length; c++) {
        kept[c] += used[c] ? 1.0 / halves : 0;
      }
    }
    return kept;
  }

  /**
   * Columns whose loss by shuffling is above what the best of several columns of pure chance
   * reaches (after Boruta: Kursa and Rudnicki, Journal of Statistical Software 36, 2010).
   *
   * @param importance of each column, the last {@code chance} of which hold pure chance
   */
  public static boolean[] aboveChance(double[] importance, int chance) {
    int columns = importance.length - chance;
    double best = Arrays.stream(importance, columns, importance.length).max().orElse(0);
    boolean[] above = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      above[c] = importance[c] > Math.max(0, best);
    }
    return above;
  }
}
