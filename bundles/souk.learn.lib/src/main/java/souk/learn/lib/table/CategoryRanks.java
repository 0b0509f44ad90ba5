package souk.learn.lib.table;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import souk.learn.lib.Bytes;
import souk.numeric.lib.Order;

/**
 * Places of the categories of one column by the mean of the target, so that one cut divides them as
 * well as any set could (Fisher, JASA 53, 1958). Rare categories, and those that were not there,
 * are missing. Learned from training rows alone. Immutable.
 */
public final class CategoryRanks {
  private static final double PRIOR_ROWS = 10;

  private final int[] codes;
  private final double[] places;
  private final Map<Integer, Double> placeOf = new TreeMap<>();

  private CategoryRanks(int[] codes, double[] places) {
    this.codes = codes;
    this.places = places;
    for (int i = 0; i < codes.length; i++) {
      placeOf.put(codes[i], places[i]);
    }
  }

  /**
   * @param fewest rows that a category must have
   */
  public static CategoryRanks of(Sample sample, int column, int fewest) {
    Map<Integer, double[]> sums = new TreeMap<>();
    double mean = sample.mean();
    for (int r = 0; r < sample.size(); r++) {
      double code = sample.rows()[r][column];
      if (!Double.isNaN(code)) {
        double[] sum = sums.computeIfAbsent((int) code, c -> new double[3]);
        sum[0] += sample.weights()[r] * sample.target()[r];
        sum[1] += sample.weights()[r];
        sum[2]++;
      }
    }
    sums.values().removeIf(sum -> sum[2] < fewest);
    int[] codes = sums.keySet().stream().mapToInt(code -> code).toArray();
    double[] means =
        sums.values().stream()
            .mapToDouble(sum -> (sum[0] + PRIOR_ROWS * mean) / (sum[1] + PRIOR_ROWS))
            .toArray();
    int[] order = Order.ascending(means);
    double[] places = new double[codes.length];
    for (int i = 0; i < order.length; i++) {
      places[order[i]] = i;
    }
    return new CategoryRanks(codes, places);
  }

  /** The place of a code; NaN if it is missing, was rare, or was not there. */
  public double place(double code) {
    return placeOf.getOrDefault(Double.isNaN(code) ? -1 : (int) code, Double.NaN);
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutputStream out) throws IOException {
    Bytes.write(out, codes);
    Bytes.write(out, places);
  }

  public static CategoryRanks read(DataInputStream in) throws IOException {
    int[] codes = Bytes.readInts(in);
    double[] places = Bytes.readDoubles(in);
    if (codes.length != places.length) {
      throw new IOException("%d codes and %d places".formatted(codes.length, places.length));
    }
    return new CategoryRanks(codes, places);
  }
}
