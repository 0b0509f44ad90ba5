package souk.data.store;

import souk.model.Frequency;

/**
 * Statements that sum sales to weeks or days. What counts as demand says the view demand_line:
 * sales of articles at a price that were not cancelled at once.
 */
final class PanelSql {
  private PanelSql() {}

  /**
   * Sums per SKU and step within {@code [?, ?)}: columns sku, step (DATE), units, revenue in minor
   * units.
   */
  static String observed(Frequency frequency) {
    return """
        SELECT sku, %s AS step, sum(quantity)::DOUBLE AS units, sum(amount_minor)::DOUBLE AS revenue
        FROM demand_line WHERE business_day >= ? AND business_day < ?
        GROUP BY ALL
        """
        .formatted(step(frequency));
  }

  /** Latest simulated figures per SKU and week within {@code [?, ?)}; same columns. */
  static String simulated() {
    return """
        SELECT sku, week_start AS step, units, units * mean_price_minor AS revenue
        FROM simulated_week WHERE week_start >= ? AND week_start < ?
        QUALIFY row_number() OVER (
          PARTITION BY sku, week_start ORDER BY written_at DESC, run_id DESC) = 1
        """;
  }

  private static String step(Frequency frequency) {
    return switch (frequency) {
      case DAY -> "business_day";
      case WEEK -> "CAST(date_trunc('week', business_day) AS DATE)";
      default ->
          throw new IllegalArgumentException("Sales are summed per day or week, not " + frequency);
    };
  }
}
