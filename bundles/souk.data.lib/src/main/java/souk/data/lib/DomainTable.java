package souk.data.lib;

import java.util.List;

/** The domain tables that a file can be mapped to, with the columns each knows. */
public enum DomainTable {
  ORDER_LINE(
      "order_line",
      List.of("order_id", "ordered_at", "sku", "quantity", "unit_price"),
      List.of(
          "description", "category", "customer_key", "country", "store", "channel", "currency")),
  PRODUCT("product", List.of("sku"), List.of("description", "category")),
  COST("cost", List.of("sku", "unit_cost"), List.of("valid_from", "currency"));

  private final String title;
  private final List<String> required;
  private final List<String> optional;

  DomainTable(String title, List<String> required, List<String> optional) {
    this.title = title;
    this.required = required;
    this.optional = optional;
  }

  /** As written in a mapping. */
  public String title() {
    return title;
  }

  List<String> required() {
    return required;
  }

  List<String> optional() {
    return optional;
  }
}
