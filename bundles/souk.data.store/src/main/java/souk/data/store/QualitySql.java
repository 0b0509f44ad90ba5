package souk.data.store;

/**
 * Statements behind the rules of the quality report; each gives rows concerned and rows looked at.
 */
final class QualitySql {
  static final String NO_CUSTOMER =
      "SELECT count(*) FILTER (WHERE customer_key = ''), count(*) FROM order_line WHERE kind <>"
          + " 'ADJUSTMENT'";
  static final String RETURNS =
      "SELECT count(*) FILTER (WHERE kind = 'RETURN'), count(*) FROM order_line";
  static final String ADJUSTMENTS =
      "SELECT count(*) FILTER (WHERE kind = 'ADJUSTMENT'), count(*) FROM order_line";
  static final String NON_ARTICLES =
      "SELECT count(*) FILTER (WHERE NOT is_article), count(*) FROM order_line";
  static final String ZERO_PRICE =
      "SELECT count(*) FILTER (WHERE unit_price = 0 AND kind = 'SALE'), count(*) FROM order_line";
  static final String NO_DESCRIPTION =
      "SELECT count(*) FILTER (WHERE NOT has_description), count(*) FROM order_line";
  static final String IDENTICAL =
      "SELECT count(*) FILTER (WHERE occurrence > 1), count(*) FROM order_line";
  static final String CANCELLED =
      "SELECT (SELECT count(*) FROM cancelled_sale), count(*) FROM order_line";
  static final String QUARANTINED =
      "SELECT (SELECT count(*) FROM quarantine),"
          + " (SELECT count(*) FROM quarantine) + (SELECT count(*) FROM order_line)";

  /**
   * Sold quantities far above what is usual for the article, on a log scale: more than 5 robust
   * standard deviations (1.4826 × median absolute deviation; Iglewicz and Hoaglin 1993), and at
   * least 20 times the median. Articles with at least 8 lines.
   */
  static final String QUANTITY_OUTLIERS =
      """
      WITH logs AS (
        SELECT sku, ln(quantity::DOUBLE) AS x FROM demand_line
      ), centre AS (
        SELECT sku, median(x) AS m FROM logs GROUP BY sku HAVING count(*) >= 8
      ), spread AS (
        SELECT l.sku, any_value(c.m) AS m, median(abs(l.x - c.m)) AS mad
        FROM logs l JOIN centre c ON c.sku = l.sku GROUP BY l.sku
      )
      SELECT count(*) FILTER (WHERE l.x - s.m > greatest(5 * 1.4826 * s.mad, ln(20))),
        count(*) FROM logs l JOIN spread s ON s.sku = l.sku
      """;

  /** Prices a factor of 8 or more away from the article's median: slipped decimal points. */
  static final String PRICE_OUTLIERS =
      """
      WITH usual AS (
        SELECT sku, median(unit_price::DOUBLE) AS m FROM demand_line
        GROUP BY sku HAVING count(*) >= 8
      )
      SELECT count(*) FILTER (WHERE l.unit_price >= 8 * u.m OR l.unit_price * 8 <= u.m), count(*)
      FROM demand_line l JOIN usual u ON u.sku = l.sku
      """;

  /** Codes that differ only in letter case. */
  static final String SAME_CODE =
      """
      SELECT coalesce(sum(n - 1), 0), coalesce(sum(n), 0) FROM (
        SELECT count(*) AS n FROM product GROUP BY upper(sku))
      """;

  private QualitySql() {}
}
