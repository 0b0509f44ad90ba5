package souk.model;

/**
 * A closed interval of an estimate at a stated level.
 *
 * @param low lower end, at most {@code high}
 * @param high upper end
 * @param level coverage in (0, 1), for example 0.95
 */
public record Interval(double low, double high, double level) {
  public Interval {
    if (!(low <= high) || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "An interval needs low <= high and a level in (0, 1), but got [%s, %s] at %s."
              .formatted(low, high, level));
    }
  }

  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
