package souk.learn.lib.table;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import souk.learn.lib.Bytes;

/**
 * Each value as the number of a cell: figures by edges of about equal population, categories by
 * their code, what is missing or unknown in a cell of its own (0). Learned from training rows
 * alone. Immutable.
 */
public final class Cells {
  private final double[][] edges;
  private final boolean[] categorical;

  private Cells(double[][] edges, boolean[] categorical) {
    this.edges = edges;
    this.categorical = categorical;
  }

  /**
   * @param most cells of a figure, at least 2
   */
  public static Cells of(Sample sample, int most) {
    double[][] edges = new double[sample.columns()][];
    for (int c = 0; c < edges.length; c++) {
      int column = c;
      double[] values =
          Arrays.stream(sample.rows())
              .mapToDouble(row -> row[column])
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      edges[c] =
          sample.categorical()[c] ? Arrays.stream(values).distinct().toArray() : cuts(values, most);
    }
    return new Cells(edges, sample.categorical().clone());
  }

  private static double[] cuts(double[] sorted, int most) {
    double[] cuts = new double[most - 1];
    for (int b = 1; b < most; b++) {
      cuts[b - 1] = sorted.length == 0 ? 0 : sorted[(int) ((long) b * sorted.length / most)];
    }
    return Arrays.stream(cuts).distinct().toArray();
  }

  /** Cells of a column. */
  public int count(int column) {
    return edges[column].length + (categorical[column] ? 1 : 2);
  }

  /** Number of columns. */
  public int columns() {
    return edges.length;
  }

  /** The cell of a value. */
  public int cell(int column, double value) {
    if (Double.isNaN(value)) {
      return 0;
    }
    int at = Arrays.binarySearch(edges[column], value);
    if (categorical[column]) {
      return at < 0 ? 0 : at + 1;
    }
    return at < 0 ? -at : at + 2;
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(edges.length);
    for (int c = 0; c < edges.length; c++) {
      out.writeBoolean(categorical[c]);
      Bytes.write(out, edges[c]);
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IOException if it is damaged
   */
  public static Cells read(DataInputStream in) throws IOException {
    int columns = Bytes.length(in, 1);
    double[][] edges = new double[columns][];
    boolean[] categorical = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      categorical[c] = in.readBoolean();
      edges[c] = Bytes.readDoubles(in);
    }
    return new Cells(edges, categorical);
  }
}
