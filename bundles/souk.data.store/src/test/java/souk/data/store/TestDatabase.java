package souk.data.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;
import souk.data.api.LoadRequest;
import souk.data.connector.jdbc.JdbcConnector;
import souk.data.connector.jdbc.NamedConnection;

/** A real PostgreSQL, started once for all tests of this module. */
final class TestDatabase {
  static final String MAPPING =
      """
      {"form": "1", "source": "erp", "table": "order_line", "zone": "UTC", "currency": "GBP",
       "columns": {"order_id": "ord", "ordered_at": "at", "sku": "sku", "quantity": "qty",
         "unit_price": "price"}}
      """;
  private static final TestDatabase RUNNING = new TestDatabase();
  private final int port;
  private int tables;

  private TestDatabase() {
    try {
      this.port = EmbeddedPostgres.start().getPort();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL did not start.", e);
    }
  }

  static TestDatabase running() {
    return RUNNING;
  }

  int port() {
    return port;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(port), "postgres", "postgres");
  }

  String newTable() {
    String table = "sales_" + ++tables;
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE "
              + table
              + " (id bigserial, ord text, at timestamp, sku text, qty int, price numeric(12,4),"
              + " changed timestamptz DEFAULT clock_timestamp())");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return table;
  }

  BigDecimal decimal(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getBigDecimal(1);
    }
  }

  static LoadRequest request(String table, Map<String, String> options, String mapping) {
    java.util.HashMap<String, String> all = new java.util.HashMap<>(options);
    all.put("table", table);
    return new LoadRequest("jdbc", "erp", all, mapping);
  }

  JdbcConnector connector() {
    return connector(port);
  }

  static JdbcConnector connector(int port) {
    Map<String, Object> offer =
        Map.of(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS, "org.postgresql.Driver");
    NamedConnection erp =
        new NamedConnection(
            proxy(BundleContext.class, Map.of()),
            proxy(
                NamedConnection.Config.class,
                Map.of("name", "erp", "url", url(port), "user", "postgres")));
    return JdbcConnector.of(List.of(Map.entry(offer, new PGDataSourceFactory())), List.of(erp));
  }

  private static String url(int port) {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            TestDatabase.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answers.getOrDefault(method.getName(), method.getDefaultValue())));
  }
}
