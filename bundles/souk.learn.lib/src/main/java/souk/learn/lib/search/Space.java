package souk.learn.lib.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Settings that may be tried, each between two ends.
 *
 * @param settings in order
 */
public record Space(List<Setting> settings) {
  public Space {
    settings = List.copyOf(settings);
    if (settings.isEmpty()) {
      throw new IllegalArgumentException("A space needs at least 1 setting, but has 0.");
    }
  }

  /**
   * One setting.
   *
   * @param name of it
   * @param low least value
   * @param high greatest value
   * @param logarithmic whether factors count, not differences; then above 0
   * @param whole whether only whole numbers are allowed
   */
  public record Setting(String name, double low, double high, boolean logarithmic, boolean whole) {
    public Setting {
      if (!(low < high) || (logarithmic && !(low > 0))) {
        throw new IllegalArgumentException(
            "Setting %s lies between %s and %s, which is no range.".formatted(name, low, high));
      }
    }

    /** The value at a share of the way. */
    double value(double share) {
      double value =
          logarithmic
              ? low * StrictMath.exp(share * StrictMath.log(high / low))
              : low + share * (high - low);
      return whole ? StrictMath.rint(value) : value;
    }
  }

  /** Values at shares of the way, each in [0, 1]. */
  public double[] values(double[] shares) {
    double[] values = new double[settings.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = settings.get(i).value(shares[i]);
    }
    return values;
  }

  /** A grid: every setting at so many places, ends included. */
  public List<double[]> grid(int places) {
    List<double[]> shares = new ArrayList<>(List.of(new double[0]));
    for (int i = 0; i < settings.size(); i++) {
      List<double[]> longer = new ArrayList<>();
      for (double[] start : shares) {
        for (int p = 0; p < places; p++) {
          double[] more = Arrays.copyOf(start, i + 1);
          more[i] = places == 1 ? 0.5 : (double) p / (places - 1);
          longer.add(more);
        }
      }
      shares = longer;
    }
    return shares;
  }

  /** Points that fill the space: in each setting one per slice (Latin hypercube). */
  public List<double[]> random(int points, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] shares = new double[points][settings.size()];
    for (int i = 0; i < settings.size(); i++) {
      int[] slice = new int[points];
      for (int p = 0; p < points; p++) {
        int j = random.nextInt(p + 1);
        slice[p] = slice[j];
        slice[j] = p;
      }
      for (int p = 0; p < points; p++) {
        shares[p][i] = (slice[p] + random.nextDouble()) / points;
      }
    }
    return List.of(shares);
  }
}
