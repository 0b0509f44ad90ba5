package souk.data.store;

/** Mappings of tests. */
final class Samples {
  static final String HEADER = "order,at,sku,name,qty,price,customer\n";
  static final String LINES =
      """
      {"form": "1", "source": "till", "table": "order_line", "zone": "Europe/London",
       "currency": "GBP",
       "columns": {"order_id": "order", "ordered_at": {"column": "at", "pattern": "yyyy-MM-dd HH:mm"},
         "sku": "sku", "description": "name", "quantity": "qty", "unit_price": "price",
         "customer_key": "customer"},
       "rules": {"returnOrderPrefixes": ["C"], "nonArticles": ["POST"],
         "quarantine": ["negative-price"]}}
      """;
  static final String COSTS =
      """
      {"form": "1", "source": "erp", "table": "cost", "zone": "UTC", "currency": "GBP",
       "numbers": {"decimal": ",", "grouping": "."},
       "file": {"delimiter": ";"},
       "columns": {"sku": "Artikel", "unit_cost": "EK", "valid_from": {"column": "ab", "pattern": "dd.MM.yyyy"}}}
      """;
  static final String PRODUCTS =
      """
      {"form": "1", "source": "erp", "table": "product", "zone": "UTC", "currency": "GBP",
       "columns": {"sku": "sku", "description": "name", "category": "group"}}
      """;

  private Samples() {}
}
