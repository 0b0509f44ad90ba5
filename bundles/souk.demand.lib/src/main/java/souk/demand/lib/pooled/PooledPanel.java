package souk.demand.lib.pooled;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many series on common steps, with codes for product, store and category. What is known of the
 * future (price, flags, calendar) runs on beyond the last known step. Immutable; arrays are shared.
 */
public final class PooledPanel {
  private final List<PooledSeries> series;
  private final int steps;
  private final int known;
  private final PooledTiming timing;
  private final float[][] calendar;
  private final int[] counted;
  private final float[][] ratio;
  private final int[][] codes;
  private final int[] counts;

  /**
   * @param series at least one; all arrays as long as {@code steps}
   * @param steps steps of history and future together
   * @param known steps of history; units of later ones are never looked at
   * @param timing lengths of year and week in steps
   * @param calendar features × steps
   */
  public PooledPanel(
      List<PooledSeries> series, int steps, int known, PooledTiming timing, float[][] calendar) {
    this(series, steps, known, timing, calendar, new int[0]);
  }

  /**
   * @param series at least one; all arrays as long as {@code steps}
   * @param steps steps of history and future together
   * @param known steps of history; units of later ones are never looked at
   * @param timing lengths of year and week in steps
   * @param calendar features × steps
   * @param counted rows of the calendar that act on sales in proportion, such as days off
   */
  public PooledPanel(
      List<PooledSeries> series,
      int steps,
      int known,
      PooledTiming timing,
      float[][] calendar,
      int[] counted) {
    if (series.isEmpty() || known < 1 || steps < known) {
      throw new IllegalArgumentException(
          "A pooled panel needs a series and a step of history, but got %d series, %d known steps of %d."
              .formatted(series.size(), known, steps));
    }
    this.series = List.copyOf(series);
    this.steps = steps;
    this.known = known;
    this.timing = timing;
    this.calendar = calendar;
    this.counted = counted.clone();
    this.ratio = new float[series.size()][];
    this.codes = new int[Group.values().length][series.size()];
    this.counts = new int[codes.length];
    for (int s = 0; s < ratio.length; s++) {
      PooledSeries one = series.get(s);
      if (one.units().length != steps || one.flags().length != series.get(0).flags().length) {
        throw new IllegalArgumentException(
            "Series %s has %d steps and %d drivers, the panel has %d and %d."
                .formatted(
                    one.id(),
                    one.units().length,
                    one.flags().length,
                    steps,
                    series.get(0).flags().length));
      }
      ratio[s] = PriceRatios.of(one.price(), one.basePrice());
    }
    for (Group group : Group.values()) {
      Map<String, Integer> seen = new HashMap<>();
      for (int s = 0; s < ratio.length; s++) {
        String key = group.key(series.get(s));
        codes[group.ordinal()][s] = seen.computeIfAbsent(key, k -> seen.size());
      }
      counts[group.ordinal()] = seen.size();
    }
  }

  private PooledPanel(PooledPanel other, int known) {
    this.series = other.series;
    this.steps = other.steps;
    this.known = known;
    this.timing = other.timing;
    this.calendar = other.calendar;
    this.counted = other.counted;
    this.ratio = other.ratio;
    this.codes = other.codes;
    this.counts = other.counts;
  }

  /** The same panel as it was known earlier. */
  public PooledPanel knownUntil(int earlier) {
    return new PooledPanel(this, earlier);
  }

  public int size() {
    return series.size();
  }

  public int steps() {
    return steps;
  }

  public int known() {
    return known;
  }

  public PooledSeries series(int s) {
    return series.get(s);
  }

  /** Categories in the order in which the series bring them; their numbers are what trees see. */
  public List<String> categories() {
    return series.stream().map(PooledSeries::category).distinct().toList();
  }

  PooledTiming timing() {
    return timing;
  }

  float[][] calendar() {
    return calendar;
  }

  /** Rows of the calendar that act on sales in proportion. */
  int[] counted() {
    return counted;
  }

  /** Units, NaN where unknown. */
  float units(int s, int step) {
    return series.get(s).units()[step];
  }

  /** Logarithm of price over base price; empty without prices. */
  float[] ratio(int s) {
    return ratio[s];
  }

  int code(Group group, int s) {
    return codes[group.ordinal()][s];
  }

  int count(Group group) {
    return counts[group.ordinal()];
  }

  /** Series that have something in common. */
  enum Group {
    PRODUCT,
    STORE,
    CATEGORY,
    SHELF,
    ALL;

    String key(PooledSeries series) {
      return switch (this) {
        case PRODUCT -> series.product();
        case STORE -> series.store();
        case CATEGORY -> series.category();
        case SHELF -> series.store() + '\n' + series.category();
        case ALL -> "";
      };
    }
  }
}
