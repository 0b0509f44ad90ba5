package souk.offer.lib.compiled;

import java.util.Arrays;

/** Many lists of ints in one array: list {@code i} is {@code values[starts[i] .. starts[i+1])}. */
final class IntLists {
  final int[] starts;
  final int[] values;

  private IntLists(int[] starts, int[] values) {
    this.starts = starts;
    this.values = values;
  }

  /** Collects pairs of list and value; the order within a list is that of adding. */
  static final class Builder {
    private int[] rows = new int[64];
    private int[] values = new int[64];
    private int size;

    void add(int row, int value) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      rows[size] = row;
      values[size++] = value;
    }

    IntLists build(int rowCount) {
      int[] starts = new int[rowCount + 1];
      for (int i = 0; i < size; i++) {
        starts[rows[i] + 1]++;
      }
      for (int row = 0; row < rowCount; row++) {
        starts[row + 1] += starts[row];
      }
      int[] next = Arrays.copyOf(starts, rowCount);
      int[] sorted = new int[size];
      for (int i = 0; i < size; i++) {
        sorted[next[rows[i]]++] = values[i];
      }
      return new IntLists(starts, sorted);
    }
  }
}
