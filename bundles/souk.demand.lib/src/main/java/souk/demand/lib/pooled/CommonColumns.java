package souk.demand.lib.pooled;

import java.util.ArrayList;
import java.util.List;

/**
 * What is the same for all series at a step and acts on sales by itself: the phase of a short cycle
 * (weekdays), and the counted columns of the calendar (days off, paydays, shared covariates). Each
 * has mean 0 and deviation 1 over the known steps; a value beyond those seen counts as the nearest
 * seen, an unknown one as the mean. Columns that never vary are left out. Read-only.
 */
final class CommonColumns {
  private static final int LONGEST_CYCLE = 24;

  private final float[][] columns;

  CommonColumns(PooledPanel panel) {
    List<float[]> all = new ArrayList<>();
    int cycle = panel.timing().cycle();
    for (int phase = 1; cycle <= LONGEST_CYCLE && phase < cycle; phase++) {
      float[] column = new float[panel.steps()];
      for (int t = 0; t < column.length; t++) {
        column[t] = t % cycle == phase ? 1 : 0;
      }
      add(column, panel.known(), all);
    }
    for (int c : panel.counted()) {
      add(panel.calendar()[c].clone(), panel.known(), all);
    }
    this.columns = all.toArray(new float[0][]);
  }

  private static void add(float[] column, int known, List<float[]> all) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (int t = 0; t < known; t++) {
      if (Float.isFinite(column[t])) {
        sum += column[t];
        squares += (double) column[t] * column[t];
        n++;
        least = Math.min(least, column[t]);
        most = Math.max(most, column[t]);
      }
    }
    if (n == 0 || !(most > least)) {
      return;
    }
    double mean = sum / n;
    double spread = StrictMath.sqrt(Math.max(0, squares / n - mean * mean));
    if (!(spread > 1e-6 * Math.max(Math.abs(least), Math.abs(most)))) {
      return;
    }
    for (int t = 0; t < column.length; t++) {
      float value = Math.max(least, Math.min(most, column[t]));
      column[t] = Float.isNaN(column[t]) ? 0 : (float) ((value - mean) / spread);
    }
    all.add(column);
  }

  int width() {
    return columns.length;
  }

  /** Fills {@link #width()} values from a position on. */
  void fill(int t, double[] x, int from) {
    for (int c = 0; c < columns.length; c++) {
      x[from + c] = columns[c][t];
    }
  }
}
