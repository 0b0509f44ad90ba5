package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.LoadReport;
import souk.data.spi.DataConnector;
import souk.kernel.api.Progress;

/**
 * More lines than fit into the memory of the engine, from each kind of source: 240,000 lines with
 * 128 MB.
 */
@Tag("slow")
class LittleMemoryTest {
  private static final int LINES = 240_000;
  private static final String MAPPING =
      """
      {"form": "1", "source": "till", "table": "order_line", "zone": "UTC", "currency": "GBP",
       "columns": {"order_id": "ord", "ordered_at": {"column": "at", "pattern": "yyyy-MM-dd HH:mm"},
         "sku": "sku", "description": "name", "quantity": "qty", "unit_price": "price",
         "customer_key": "cust"}}
      """;

  /** Line i: order i/2, so that the last order of a file comes again in the next one. */
  private static final String LINES_FROM =
      "SELECT 'O' || i // 2 AS ord, '2024-05-' || (10 + i % 20) || ' 10:00' AS at,"
          + " 'SKU' || i % 3000 AS sku, 'Article number ' || i % 3000 AS name, 1 + i % 9 AS qty,"
          + " '4.99' AS price, 'C' || i // 2 % 20000 AS cust FROM range(";

  @TempDir Path folder;
  private TestStore store;

  @BeforeEach
  void open() {
    store = new TestStore(folder, new DuckDbOptions(128, 2, 4_000));
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** The second file changes every line of the half that it has in common with the first one. */
  @Test
  void textFilesAreLoadedAndOrdersChanged() {
    assertEquals(LINES, store.load(csv(0, LINES, 1), MAPPING).rowsLoaded());
    LoadReport report = store.load(csv(LINES / 2, LINES + LINES / 2, 2), MAPPING);
    assertEquals(LINES, report.rowsLoaded());
    assertEquals(LINES / 2, report.flags().get("superseded-lines"));
    assertHolds(LINES + LINES / 2);
    assertEquals(
        LINES * 5L / 2, store.count("SELECT CAST(sum(quantity) AS BIGINT) FROM order_line"));
    assertEquals(
        LINES * 3L / 4, store.count("SELECT max(order_no) - min(order_no) + 1 FROM sales_order"));
    report = store.load(csv(0, LINES / 2, 1), MAPPING);
    assertEquals(LINES / 2, report.rowsUnchanged());
  }

  @Test
  void parquetAndJsonLinesAreLoaded() throws SQLException {
    for (String form : new String[] {"parquet", "json"}) {
      Path file = folder.resolve("lines." + (form.equals("json") ? "jsonl" : form));
      int from = form.equals("json") ? LINES : 0;
      try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
          Statement statement = connection.createStatement()) {
        statement.execute(
            "COPY (%s) TO '%s' (FORMAT %s)"
                .formatted(LINES_FROM + from + ", " + (from + LINES) + ") r(i)", file, form));
      }
      assertEquals(LINES, store.load(file, MAPPING).rowsLoaded(), form);
    }
    assertHolds(2 * LINES);
  }

  @Test
  void aTableOfADatabaseIsLoaded() throws SQLException {
    TestDatabase database = TestDatabase.running();
    store.router.add(DataConnector.class, "jdbc", database.connector());
    String table = database.newTable();
    try (Connection writer = database.connect();
        Statement statement = writer.createStatement()) {
      statement.execute(
          ("INSERT INTO %s (ord, at, sku, qty, price) SELECT 'O' || i / 2, timestamp '2024-05-06"
                  + " 10:00:00' + i %% 9999 * interval '1 minute', 'SKU' || i %% 3000, 1 + i %% 9,"
                  + " 4.99 FROM generate_series(0, %d) i")
              .formatted(table, LINES - 1));
    }
    for (Map<String, String> options :
        List.of(Map.<String, String>of(), Map.of("cursor", "changed", "key", "ord"))) {
      LoadReport report =
          store.loads.load(
              TestDatabase.request(table, options, TestDatabase.MAPPING), Progress.none());
      assertEquals(LINES, report.rowsLoaded() + report.rowsUnchanged());
    }
    assertHolds(LINES);
  }

  private void assertHolds(long lines) {
    assertEquals(lines, store.count("SELECT count(*) FROM order_line"));
    assertEquals(lines / 2, store.count("SELECT count(*) FROM sales_order"));
  }

  private Path csv(int from, int to, int quantity) {
    Path file = store.file("ord,at,sku,name,qty,price,cust\n");
    try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
      for (int i = from; i < to; i++) {
        int order = i / 2;
        out.append("O" + order + ",2024-05-" + (10 + i % 20) + " 10:00,SKU" + i % 3_000);
        out.append(",Article number " + i % 3_000 + "," + quantity + ",4.99,C" + order % 20_000);
        out.append('\n');
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
