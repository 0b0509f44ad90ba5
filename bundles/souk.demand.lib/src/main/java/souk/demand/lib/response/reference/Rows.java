package souk.demand.lib.response.reference;

import java.util.Arrays;
import java.util.List;
import souk.demand.lib.response.ResponseItem;

/** Grows the columns of one item. */
final class Rows {
  private int size;
  private int[] step = new int[64];
  private int[] group = new int[64];
  private double[] units = new double[64];
  private double[] price = new double[64];
  private final double[][] covariates;

  Rows(int covariates) {
    this.covariates = new double[covariates][64];
  }

  int size() {
    return size;
  }

  void add(int when, int where, double sold, double at, double... flags) {
    if (size == step.length) {
      int more = 2 * size;
      step = Arrays.copyOf(step, more);
      group = Arrays.copyOf(group, more);
      units = Arrays.copyOf(units, more);
      price = Arrays.copyOf(price, more);
      for (int c = 0; c < covariates.length; c++) {
        covariates[c] = Arrays.copyOf(covariates[c], more);
      }
    }
    step[size] = when;
    group[size] = where;
    units[size] = sold;
    price[size] = at;
    for (int c = 0; c < covariates.length; c++) {
      covariates[c][size] = flags[c];
    }
    size++;
  }

  ResponseItem item(String id, List<String> names) {
    double[][] columns = new double[covariates.length][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = Arrays.copyOf(covariates[c], size);
    }
    return new ResponseItem(
        id,
        Arrays.copyOf(step, size),
        Arrays.copyOf(group, size),
        Arrays.copyOf(units, size),
        Arrays.copyOf(price, size),
        names,
        columns);
  }
}
