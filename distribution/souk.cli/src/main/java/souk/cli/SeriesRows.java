package souk.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The lines of one series as plain columns: 20 bytes a line and 8 for each covariate. */
final class SeriesRows {
  private static final int FIRST = 16;

  final String id;
  final Map<String, String> names;
  private long[] times = new long[FIRST];
  private int[] lines = new int[FIRST];
  private double[] values = new double[FIRST];
  private final double[][] known;
  private final String[] words;
  private final boolean[] varies;
  private int size;

  SeriesRows(String id, int covariates) {
    this(id, Map.of(), covariates);
  }

  /**
   * @param names parts of the id by column, if it has several
   */
  SeriesRows(String id, Map<String, String> names, int covariates) {
    this.id = id;
    this.names = names;
    this.known = new double[covariates][FIRST];
    this.words = new String[covariates];
    this.varies = new boolean[covariates];
    Arrays.fill(words, "");
  }

  /**
   * @param value not a number if the field is empty
   * @param covariates not a number where the field is empty; copied
   */
  void add(long time, long line, double value, double[] covariates) {
    if (size == values.length) {
      int more = size + (size >> 1);
      times = Arrays.copyOf(times, more);
      lines = Arrays.copyOf(lines, more);
      values = Arrays.copyOf(values, more);
      for (int k = 0; k < known.length; k++) {
        known[k] = Arrays.copyOf(known[k], more);
      }
    }
    times[size] = time;
    lines[size] = (int) line;
    values[size] = value;
    for (int k = 0; k < known.length; k++) {
      known[k][size] = covariates[k];
    }
    size++;
  }

  /** Notes what a field of a covariate says; an empty one says nothing. */
  void say(int covariate, String field) {
    if (!varies[covariate] && !field.isEmpty() && !words[covariate].equals(field)) {
      varies[covariate] = !words[covariate].isEmpty();
      words[covariate] = field;
    }
  }

  /** What a covariate says on the lines of this series, empty if nothing. */
  String word(int covariate) {
    return words[covariate];
  }

  /** Whether a covariate says one thing on one line and another on the next. */
  boolean varies(int covariate) {
    return varies[covariate];
  }

  int size() {
    return size;
  }

  long time(int row) {
    return times[row];
  }

  int line(int row) {
    return lines[row];
  }

  double value(int row) {
    return values[row];
  }

  double known(int covariate, int row) {
    return known[covariate][row];
  }

  int covariates() {
    return known.length;
  }

  /** Oldest first; lines of the same time stay in the order of the file. */
  void sort() {
    boolean sorted = true;
    for (int row = 1; row < size && sorted; row++) {
      sorted = times[row - 1] <= times[row];
    }
    if (sorted) {
      return;
    }
    List<Integer> order = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      order.add(row);
    }
    order.sort((a, b) -> Long.compare(times[a], times[b]));
    long[] oldTimes = times;
    int[] oldLines = lines;
    double[] oldValues = values;
    times = new long[size];
    lines = new int[size];
    values = new double[size];
    for (int row = 0; row < size; row++) {
      int from = order.get(row);
      times[row] = oldTimes[from];
      lines[row] = oldLines[from];
      values[row] = oldValues[from];
    }
    for (int k = 0; k < known.length; k++) {
      double[] old = known[k];
      known[k] = new double[size];
      for (int row = 0; row < size; row++) {
        known[k][row] = old[order.get(row)];
      }
    }
  }
}
