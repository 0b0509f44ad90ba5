package souk.data.api;

import java.util.Optional;
import souk.model.DateRange;

/** Which sales are meant. Immutable. */
public final class SalesQuery {
  private final Optional<DateRange> range;
  private final int topItems;
  private final int minWeeksWithSales;
  private final boolean includeSimulated;

  private SalesQuery(
      Optional<DateRange> range, int topItems, int minWeeksWithSales, boolean includeSimulated) {
    this.range = range;
    this.topItems = topItems;
    this.minWeeksWithSales = minWeeksWithSales;
    this.includeSimulated = includeSimulated;
  }

  /** All observed sales of real articles (no postage, fees or manual corrections). */
  public static SalesQuery all() {
    return new SalesQuery(Optional.empty(), Integer.MAX_VALUE, 0, false);
  }

  public SalesQuery in(DateRange days) {
    return new SalesQuery(Optional.of(days), topItems, minWeeksWithSales, includeSimulated);
  }

  /** Only the articles with the highest revenue. */
  public SalesQuery top(int items) {
    return new SalesQuery(range, items, minWeeksWithSales, includeSimulated);
  }

  /** Only articles sold in at least this many weeks. */
  public SalesQuery soldInWeeks(int weeks) {
    return new SalesQuery(range, topItems, weeks, includeSimulated);
  }

  /**
   * With the weeks that simulations wrote, continuing the observed ones. Heeded by weekly panels;
   * days, purchases and articles are always the observed ones.
   */
  public SalesQuery withSimulated(boolean include) {
    return new SalesQuery(range, topItems, minWeeksWithSales, include);
  }

  public Optional<DateRange> range() {
    return range;
  }

  public int topItems() {
    return topItems;
  }

  public int minWeeksWithSales() {
    return minWeeksWithSales;
  }

  public boolean includeSimulated() {
    return includeSimulated;
  }
}
