package souk.customer.lib.uplift;

import java.util.Arrays;

/** Selections of arrays. */
public final class Rows {
  private Rows() {}

  public static double[][] at(double[][] rows, int[] places) {
    return Arrays.stream(places).mapToObj(r -> rows[r]).toArray(double[][]::new);
  }

  public static double[] at(double[] values, int[] places) {
    double[] chosen = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      chosen[i] = values[places[i]];
    }
    return chosen;
  }

  /** Puts values back to the places that they were selected from. */
  static void put(double[] into, int[] places, double[] values) {
    for (int i = 0; i < places.length; i++) {
      into[places[i]] = values[i];
    }
  }

  /** Weight 1 for every row. */
  public static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }
}
