package souk.customer.lib.uplift.tree;

import java.util.Arrays;

/**
 * Rows as one byte per column: at most 62 bins of about equal population, bin 0 for what is missing
 * (NaN). Missing lies below everything. Immutable.
 */
public final class BinnedRows {
  private static final int MOST = 62;

  private final double[][] edges;
  private final byte[][] columns;

  private BinnedRows(double[][] edges, byte[][] columns) {
    this.edges = edges;
    this.columns = columns;
  }

  /** Cuts the columns of these rows. */
  public static BinnedRows of(double[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    double[][] edges = new double[width][];
    byte[][] columns = new byte[width][rows.length];
    for (int c = 0; c < width; c++) {
      double[] values = new double[rows.length];
      int n = 0;
      for (double[] row : rows) {
        if (!Double.isNaN(row[c])) {
          values[n++] = row[c];
        }
      }
      Arrays.sort(values, 0, n);
      edges[c] = cut(values, n);
      for (int r = 0; r < rows.length; r++) {
        columns[c][r] = (byte) bin(edges[c], rows[r][c]);
      }
    }
    return new BinnedRows(edges, columns);
  }

  /** Upper edges in the middle between neighbours: distinct values if these are few. */
  private static double[] cut(double[] sorted, int n) {
    double[] chosen = new double[MOST + 1];
    int count = 0;
    for (int i = 0; i < n && count <= MOST; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        chosen[count++] = sorted[i];
      }
    }
    if (count > MOST) {
      count = 0;
      for (int b = 0; b < MOST; b++) {
        double value = sorted[(int) ((2L * b + 1) * n / (2L * MOST))];
        if (count == 0 || value > chosen[count - 1]) {
          chosen[count++] = value;
        }
      }
    }
    double[] middles = new double[Math.max(0, count - 1)];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = chosen[i] + (chosen[i + 1] - chosen[i]) / 2;
    }
    return middles;
  }

  private static int bin(double[] edges, double value) {
    if (Double.isNaN(value)) {
      return 0;
    }
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value <= edges[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low + 1;
  }

  public int columns() {
    return columns.length;
  }

  public int size() {
    return columns.length == 0 ? 0 : columns[0].length;
  }

  /** Bins of a column, the one for missing values included. */
  int bins(int column) {
    return edges[column].length + 2;
  }

  /** Largest value of a bin that is not the last; minus infinity for the missing. */
  double edge(int column, int bin) {
    return bin == 0 ? Double.NEGATIVE_INFINITY : edges[column][bin - 1];
  }

  int bin(int column, int row) {
    return columns[column][row];
  }

  byte[] column(int column) {
    return columns[column];
  }
}
