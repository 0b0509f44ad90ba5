package souk.demand.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** How well one strategy forecast one group of series in a rolling-origin backtest. Immutable. */
public final class AccuracyScore {
  /** Group of all series. */
  public static final String ALL = "";

  private final String strategy;
  private final String group;
  private final int series;
  private final int origins;
  private final int horizon;
  private final int refused;
  private final Map<Measure, Double> values;

  private AccuracyScore(Builder builder) {
    this.strategy = builder.strategy;
    this.group = builder.group;
    this.series = builder.series;
    this.origins = builder.origins;
    this.horizon = builder.horizon;
    this.refused = builder.refused;
    this.values = new EnumMap<>(Measure.class);
    this.values.putAll(builder.values);
  }

  /**
   * @param group category, or {@link #ALL}
   */
  public static Builder builder(String strategy, String group) {
    return new Builder(strategy, group);
  }

  /** Id of the strategy; with its version where several stand side by side. */
  public String strategy() {
    return strategy;
  }

  /** Category, or {@link #ALL}. */
  public String group() {
    return group;
  }

  /** Series judged; the same for all strategies of a group. */
  public int series() {
    return series;
  }

  /** Forecast origins. */
  public int origins() {
    return origins;
  }

  /** Steps ahead. */
  public int horizon() {
    return horizon;
  }

  /** Series that this strategy refused at some origin; these are left out for all strategies. */
  public int refused() {
    return refused;
  }

  /** Empty if the figure has no base: no interval asked, no history that ever changed. */
  public OptionalDouble value(Measure measure) {
    Double value = values.get(measure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccuracyScore score
        && strategy.equals(score.strategy)
        && group.equals(score.group)
        && series == score.series
        && origins == score.origins
        && horizon == score.horizon
        && refused == score.refused
        && values.equals(score.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(strategy, group, series, origins, horizon, refused, values);
  }

  @Override
  public String toString() {
    return "AccuracyScore[" + strategy + " on " + (group.isEmpty() ? "all" : group) + values + "]";
  }

  /** Collects a score; not safe for use by many threads. */
  public static final class Builder {
    private final String strategy;
    private final String group;
    private final Map<Measure, Double> values = new EnumMap<>(Measure.class);
    private int series;
    private int origins;
    private int horizon;
    private int refused;

    private Builder(String strategy, String group) {
      this.strategy = strategy;
      this.group = group;
    }

    public Builder judged(int seriesJudged, int originsJudged, int stepsAhead) {
      this.series = seriesJudged;
      this.origins = originsJudged;
      this.horizon = stepsAhead;
      return this;
    }

    public Builder refused(int seriesRefused) {
      this.refused = seriesRefused;
      return this;
    }

    /** NaN leaves the measure out. */
    public Builder value(Measure measure, double value) {
      if (!Double.isNaN(value)) {
        values.put(measure, value);
      }
      return this;
    }

    public AccuracyScore build() {
      return new AccuracyScore(this);
    }
  }
}
