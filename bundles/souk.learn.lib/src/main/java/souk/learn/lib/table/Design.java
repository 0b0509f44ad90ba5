package souk.learn.lib.table;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import souk.learn.lib.Bytes;

/**
 * Rows as linear learners want them: figures on mean 0 and deviation 1, those with a long tail by
 * sign · ln(1 + |x|) first; a missing figure is the mean, and a column of its own says so; a
 * category is a column for each code. Learned from training rows alone. Immutable.
 */
public final class Design {
  private static final double LONG_TAIL = 2;
  private static final double FAR = 8;

  /**
   * How one column is made ready.
   *
   * @param logged whether its tail is cut by the logarithm
   * @param centre mean
   * @param scale deviation, 1 where it is 0
   * @param missing whether a column says that it is missing
   * @param codes categories with a column of their own; empty for figures
   * @param at first of its columns in the design
   */
  private record Column(
      boolean logged, double centre, double scale, boolean missing, int[] codes, int at) {
    int width() {
      return codes.length > 0 ? codes.length : missing ? 2 : 1;
    }
  }

  private final Column[] columns;
  private final boolean[] categorical;
  private final Map<Integer, Integer>[] places;
  private final int width;

  private Design(Column[] columns, boolean[] categorical) {
    this.columns = columns;
    this.categorical = categorical;
    this.places = places(columns);
    int all = 0;
    for (int c = 0; c < columns.length; c++) {
      all += columnsOf(c);
    }
    this.width = all;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<Integer, Integer>[] places(Column[] columns) {
    Map<Integer, Integer>[] places = new Map[columns.length];
    for (int c = 0; c < columns.length; c++) {
      places[c] = new TreeMap<>();
      for (int k = 0; k < columns[c].codes.length; k++) {
        places[c].put(columns[c].codes[k], columns[c].at + k);
      }
    }
    return places;
  }

  private int columnsOf(int c) {
    return categorical[c] ? columns[c].codes.length : columns[c].width();
  }

  /**
   * @param fewest rows that a category must have to get a column
   */
  public static Design of(LearningRows rows, int fewest) {
    Sample sample = rows.sample();
    Column[] columns = new Column[sample.columns()];
    int at = 0;
    for (int c = 0; c < columns.length; c++) {
      columns[c] =
          sample.categorical()[c] ? category(sample, c, fewest, at) : figure(sample, c, at);
      at += sample.categorical()[c] ? columns[c].codes.length : columns[c].width();
    }
    return new Design(columns, sample.categorical().clone());
  }

  private static Column category(Sample sample, int c, int fewest, int at) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (double[] row : sample.rows()) {
      if (!Double.isNaN(row[c])) {
        counts.merge((int) row[c], 1, Integer::sum);
      }
    }
    counts.values().removeIf(count -> count < fewest);
    int[] codes = counts.keySet().stream().mapToInt(code -> code).toArray();
    return new Column(false, 0, 1, false, codes, at);
  }

  private static Column figure(Sample sample, int c, int at) {
    boolean missing = false;
    for (double[] row : sample.rows()) {
      missing |= Double.isNaN(row[c]);
    }
    double[] plain = moments(sample, c, false);
    double[] logged = moments(sample, c, true);
    boolean cut = Math.abs(plain[2]) > LONG_TAIL && Math.abs(logged[2]) < Math.abs(plain[2]);
    double[] taken = cut ? logged : plain;
    return new Column(cut, taken[0], taken[1] > 0 ? taken[1] : 1, missing, new int[0], at);
  }

  /** Mean, deviation and skewness of what is not missing. */
  private static double[] moments(Sample sample, int c, boolean logged) {
    double count = 0;
    double mean = 0;
    double squares = 0;
    double cubes = 0;
    for (double[] row : sample.rows()) {
      if (!Double.isNaN(row[c])) {
        double value = logged ? logged(row[c]) : row[c];
        double off = value - mean;
        double before = count++;
        double step = off / count;
        double square = off * step * before;
        mean += step;
        cubes += square * step * (before - 1) - 3 * step * squares;
        squares += square;
      }
    }
    double deviation = count == 0 ? 0 : StrictMath.sqrt(squares / count);
    double skewness = deviation > 0 ? cubes / count / (deviation * deviation * deviation) : 0;
    return new double[] {mean, deviation, skewness};
  }

  private static double logged(double value) {
    return value < 0 ? -StrictMath.log1p(-value) : StrictMath.log1p(value);
  }

  /** Columns of the table. */
  public int columns() {
    return columns.length;
  }

  /** Columns of the design. */
  public int width() {
    return width;
  }

  /** The column of the table that a column of the design comes from. */
  public int source(int column) {
    int c = columns.length - 1;
    while (columns[c].at > column || columnsOf(c) == 0) {
      c--;
    }
    return c;
  }

  /** A row, made ready; figures at most eight deviations out. */
  public double[] apply(double[] row) {
    if (row.length != columns.length) {
      throw new IllegalArgumentException(
          "A row has %d values, the model needs %d.".formatted(row.length, columns.length));
    }
    double[] ready = new double[width];
    for (int c = 0; c < columns.length; c++) {
      Column column = columns[c];
      double value = row[c];
      if (categorical[c]) {
        Integer place = Double.isNaN(value) ? null : places[c].get((int) value);
        if (place != null) {
          ready[place] = 1;
        }
      } else if (!Double.isNaN(value)) {
        double off = ((column.logged ? logged(value) : value) - column.centre) / column.scale;
        ready[column.at] = Math.max(-FAR, Math.min(FAR, off));
      } else if (column.missing) {
        ready[column.at + 1] = 1;
      }
    }
    return ready;
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(columns.length);
    for (int c = 0; c < columns.length; c++) {
      out.writeBoolean(categorical[c]);
      out.writeBoolean(columns[c].logged);
      out.writeDouble(columns[c].centre);
      out.writeDouble(columns[c].scale);
      out.writeBoolean(columns[c].missing);
      Bytes.write(out, columns[c].codes);
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IOException if it is damaged
   */
  public static Design read(DataInputStream in) throws IOException {
    int count = Bytes.length(in, 1);
    Column[] columns = new Column[count];
    boolean[] categorical = new boolean[count];
    int at = 0;
    for (int c = 0; c < count; c++) {
      categorical[c] = in.readBoolean();
      boolean logged = in.readBoolean();
      double centre = in.readDouble();
      double scale = in.readDouble();
      boolean missing = in.readBoolean();
      columns[c] = new Column(logged, centre, scale, missing, Bytes.readInts(in), at);
      at += categorical[c] ? columns[c].codes.length : columns[c].width();
    }
    return new Design(columns, categorical);
  }
}
