package souk.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import souk.data.api.SalesQuery;
import souk.model.CustomerKey;
import souk.model.DateRange;
import souk.model.PurchaseLog;
import souk.model.Sku;

/** Reads order lines as columns. For use once. */
final class PurchaseQuery {
  private static final String LINES =
      """
      FROM order_line
      WHERE is_article AND kind IN ('SALE', 'RETURN') AND business_day >= ? AND business_day < ?
      """;
  private final Connection connection;
  private final SalesQuery query;
  private final List<Sku> skus = new ArrayList<>();
  private final Map<String, Integer> skuIndex = new HashMap<>();
  private final List<CustomerKey> customers = new ArrayList<>();
  private final Map<String, Integer> customerIndex = new HashMap<>();

  PurchaseQuery(Connection connection, SalesQuery query) {
    this.connection = connection;
    this.query = query;
  }

  PurchaseLog run() throws SQLException {
    DateRange range =
        query.range().orElse(new DateRange(LocalDate.of(1, 1, 1), LocalDate.of(9999, 1, 1)));
    String lines = LINES + chosenItems(range);
    int rows =
        Math.toIntExact(
            Sql.count(connection, "SELECT count(*) " + lines, range.from(), range.until()));
    int[] customer = new int[rows];
    int[] order = new int[rows];
    int[] sku = new int[rows];
    int[] epochDay = new int[rows];
    double[] quantity = new double[rows];
    long[] amount = new long[rows];
    try (PreparedStatement statement =
            Sql.prepare(
                connection,
                "SELECT customer_key, order_no, sku, business_day - DATE '1970-01-01',"
                    + " quantity::DOUBLE, amount_minor "
                    + lines
                    + " ORDER BY ordered_at, order_no, row_number",
                range.from(),
                range.until());
        ResultSet result = statement.executeQuery()) {
      for (int i = 0; result.next(); i++) {
        customer[i] = customer(result.getString(1));
        order[i] = result.getInt(2);
        sku[i] = skuIndex.computeIfAbsent(result.getString(3), this::addSku);
        epochDay[i] = result.getInt(4);
        quantity[i] = result.getDouble(5);
        amount[i] = result.getLong(6);
      }
    }
    return new PurchaseLog(customers, skus, customer, order, sku, epochDay, quantity, amount);
  }

  /** Limits the lines to the articles that the query chooses. */
  private String chosenItems(DateRange range) throws SQLException {
    if (query.topItems() == Integer.MAX_VALUE && query.minWeeksWithSales() == 0) {
      return "";
    }
    StringBuilder names = new StringBuilder();
    for (String sku : new ItemQuery(connection, query).chosen(range)) {
      names
          .append(names.isEmpty() ? "" : ", ")
          .append('\'')
          .append(sku.replace("'", "''"))
          .append('\'');
    }
    return names.isEmpty() ? " AND false" : " AND sku IN (" + names + ")";
  }

  private int customer(String key) {
    return key.isEmpty() ? -1 : customerIndex.computeIfAbsent(key, this::addCustomer);
  }

  private int addCustomer(String key) {
    customers.add(new CustomerKey(key));
    return customers.size() - 1;
  }

  private int addSku(String code) {
    skus.add(new Sku(code));
    return skus.size() - 1;
  }
}
