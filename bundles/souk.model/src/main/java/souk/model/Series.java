package souk.model;

import java.util.Arrays;

/**
 * One series of finite numbers on a {@link TimeGrid}, oldest first, without gaps. Immutable: arrays
 * are copied in and out.
 */
public final class Series {
  private final String id;
  private final int firstStep;
  private final double[] values;

  /**
   * @param id names the series within its panel
   * @param firstStep grid step of the first value
   * @param values finite numbers, oldest first
   * @throws IllegalArgumentException if a value is NaN or infinite
   */
  public Series(String id, int firstStep, double[] values) {
    this.id = Keys.check("series id", id);
    this.firstStep = firstStep;
    this.values = values.clone();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(this.values[i])) {
        throw new IllegalArgumentException(
            "Series %s holds %s at position %d.%nMaybe a gap must be filled or the series cut first."
                .formatted(id, this.values[i], i));
      }
    }
  }

  public String id() {
    return id;
  }

  public int firstStep() {
    return firstStep;
  }

  /** Grid step after the last value. */
  public int untilStep() {
    return firstStep + values.length;
  }

  public int length() {
    return values.length;
  }

  public double value(int index) {
    return values[index];
  }

  /** A copy, oldest first. */
  public double[] values() {
    return values.clone();
  }

  /** The first {@code length} values as a series of its own. */
  public Series head(int length) {
    return new Series(id, firstStep, Arrays.copyOf(values, length));
  }

  @Override
  public String toString() {
    return "Series[" + id + ", " + values.length + " values from step " + firstStep + "]";
  }
}
