package souk.demand.api;

import java.util.Optional;

/** What is done around a model. Immutable. */
public final class ForecastOptions {
  /** What is done about steps in which nothing could be sold. */
  public enum StockOuts {
    /** They count as they are. */
    COUNT,
    /**
     * Steps with the covariate {@code available} at 0 are filled with what would have been sold.
     */
    FILL_KNOWN,
    /** Also steps that sold far less than chance allows. */
    FILL_FOUND
  }

  private final Optional<String> strategy;
  private final boolean calibrated;
  private final boolean wholeNumbers;
  private final Optional<String> holidays;
  private final StockOuts stockOuts;

  private ForecastOptions(Builder builder) {
    this.strategy = builder.strategy;
    this.calibrated = builder.calibrated;
    this.wholeNumbers = builder.wholeNumbers;
    this.holidays = builder.holidays;
    this.stockOuts = builder.stockOuts;
  }

  /** An automatic choice of the strategy, its own quantiles, nothing else. */
  public static ForecastOptions plain() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The strategy asked for; empty for an automatic choice inside the history. */
  public Optional<String> strategy() {
    return strategy;
  }

  /** Whether quantiles are corrected by what they missed at origins inside the history. */
  public boolean calibrated() {
    return calibrated;
  }

  /** Whether all values are rounded to whole numbers, so that sums over the horizon stay. */
  public boolean wholeNumbers() {
    return wholeNumbers;
  }

  /** ISO code of the country whose public holidays become a covariate. */
  public Optional<String> holidays() {
    return holidays;
  }

  public StockOuts stockOuts() {
    return stockOuts;
  }

  /** Collects options; not safe for use by many threads. */
  public static final class Builder {
    private Optional<String> strategy = Optional.empty();
    private boolean calibrated;
    private boolean wholeNumbers;
    private Optional<String> holidays = Optional.empty();
    private StockOuts stockOuts = StockOuts.COUNT;

    private Builder() {}

    public Builder strategy(Optional<String> id) {
      this.strategy = id;
      return this;
    }

    public Builder calibrated(boolean yes) {
      this.calibrated = yes;
      return this;
    }

    public Builder wholeNumbers(boolean yes) {
      this.wholeNumbers = yes;
      return this;
    }

    public Builder holidays(Optional<String> country) {
      this.holidays = country;
      return this;
    }

    public Builder stockOuts(StockOuts rule) {
      this.stockOuts = rule;
      return this;
    }

    public ForecastOptions build() {
      return new ForecastOptions(this);
    }
  }
}
