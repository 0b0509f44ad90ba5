package souk.data.store;

import souk.model.Frequency;

/**
 * Statements that sum sales to weeks or days. A sale is a line of an article with a positive
 * quantity and price; returns and stock corrections are left out.
 */
final class PanelSql {
  /** Lines that count as demand. */
  static final String DEMAND = "kind = 'SALE' AND is_article AND quantity > 0 AND amount_minor > 0";

  private PanelSql() {}

  /**
   * Sums per SKU and step within {@code [?, ?)}: columns sku, step (DATE), units, revenue in minor
   * units.
   */
  static String observed(Frequency frequency) {
    return """
        SELECT sku, %s AS step, sum(quantity)::DOUBLE AS units, sum(amount_minor)::DOUBLE AS revenue
        FROM order_line WHERE %s AND business_day >= ? AND business_day < ?
        GROUP BY ALL
        """
        .formatted(step(frequency), DEMAND);
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
