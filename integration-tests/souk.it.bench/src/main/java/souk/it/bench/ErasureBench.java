package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import souk.data.store.DuckDbWarehouse;
import souk.it.harness.Platform;
import souk.it.harness.RawScan;
import souk.it.harness.Shop;

/**
 * Erases one customer out of 10,000,000 order lines while the platform serves, stops it, and looks
 * for the id in every byte of the state folder and in every text of every table. A small shop is
 * loaded and segmented with the customer in it; the other lines are written straight into the
 * tables. Options: {@code --events}, {@code --customers}.
 */
final class ErasureBench {
  private static final int EVENTS = 10_000_000;
  private static final int CUSTOMERS = 100_000;
  private static final int PORTION = 1_000_000;
  private static final int LIMIT_SECONDS = 60;
  private static final String ERASED = "kunde-4711-x";

  /** Four lines per order; the customer is one of all. */
  private static final String ORDERS =
      """
      INSERT INTO sales_order
      SELECT 10000000 + i, 'bench', 'uk', 'B' || i, 'web', %1$s, 'United Kingdom',
        TIMESTAMP '2023-01-01' + to_hours(CAST(hash(i) %% 16000 AS INTEGER)),
        CAST(TIMESTAMP '2023-01-01' + to_hours(CAST(hash(i) %% 16000 AS INTEGER)) AS DATE),
        false, 'GBP', 'load-bench'
      FROM range(%2$d, %3$d) orders(i)
      """;

  private static final String LINES =
      """
      INSERT INTO order_line
      SELECT 10000000 + i, CAST(hash(i, k) >> 1 AS BIGINT), 1, 4 * i + k,
        'A' || (hash(i, k) %% 500), 'SALE', true, 1 + hash(k, i) %% 4, 2.5, 250,
        TIMESTAMP '2023-01-01' + to_hours(CAST(hash(i) %% 16000 AS INTEGER)),
        CAST(TIMESTAMP '2023-01-01' + to_hours(CAST(hash(i) %% 16000 AS INTEGER)) AS DATE),
        %1$s, true, 'load-bench'
      FROM range(%2$d, %3$d) orders(i), range(4) lines(k)
      """;

  private static final String WHO =
      "CASE WHEN hash(i, 7) %% %d = 0 THEN '%s' ELSE 'C' || (hash(i, 7) %% %1$d) END";

  private ErasureBench() {}

  static Result run(Arguments options) throws Exception {
    Path folder = Files.createTempDirectory("souk-bench-erasure");
    int events = options.number("events", EVENTS);
    try (Platform platform = Platform.start(folder)) {
      Path csv = folder.resolve("shop.csv");
      Shop.write(csv);
      String shop = Files.readString(csv).replace(",12005,", "," + ERASED + ",");
      Files.writeString(
          csv, shop + "999999,A100,Article 0,six,2024-03-04 10:00:00,2.00," + ERASED + ",France\n");
      platform.job("/loads", Shop.load(csv));
      platform.job("/segments/runs", Platform.object());
      platform.stop();
    }
    fill(folder.resolve("data"), events, options.number("customers", CUSTOMERS));
    try (Platform platform = Platform.start(folder)) {
      return measure(platform, events);
    }
  }

  private static void fill(Path state, int events, int customers) {
    String who = WHO.formatted(customers, ERASED);
    DuckDbWarehouse warehouse = DuckDbWarehouse.openIn(state);
    try {
      for (int from = 0; from < events; from += PORTION) {
        int until = Math.min(events, from + PORTION);
        for (String sql : List.of(ORDERS, LINES)) {
          String statement = sql.formatted(who, from / 4, until / 4);
          warehouse.write(
              connection -> {
                try (Statement insert = connection.createStatement()) {
                  return insert.executeUpdate(statement);
                }
              });
        }
        System.out.printf(Locale.ROOT, "%,d of %,d lines written%n", until, events);
      }
    } finally {
      warehouse.close();
    }
  }

  private static Result measure(Platform platform, int events) throws Exception {
    RawScan scan = new RawScan(ERASED);
    Map<String, Long> before = scan.in(platform.data());
    System.out.println("found before: " + before);
    long begin = System.nanoTime();
    JsonNode report =
        platform.job(
            "/customers/erasures",
            Platform.object().put("customer", ERASED).put("reason", "asked for it"));
    final double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.println(report.toPrettyString());
    platform.stop();
    Map<String, Long> after = scan.in(platform.data());
    System.out.println("found afterwards: " + after);
    long bytes = after.values().stream().mapToLong(Long::longValue).sum() * ERASED.length();
    List<String> texts = inTables(platform.data().resolve("warehouse/warehouse.duckdb"));
    return new Result("erasure")
        .with("seconds", seconds, 1)
        .with("bytesFound", bytes)
        .with("events", events)
        .with("tablesFound", texts.size())
        .with("placesBefore", before.size())
        .with("megabytesBefore", report.path("bytesBefore").asLong() >> 20)
        .with("megabytesAfter", report.path("bytesAfter").asLong() >> 20)
        .require(!before.isEmpty(), "the scan finds the id before")
        .require(bytes == 0, "bytesFound = 0")
        .require(texts.isEmpty(), "no table holds the id, found " + texts)
        .require(seconds <= LIMIT_SECONDS, "seconds <= " + LIMIT_SECONDS);
  }

  /** Columns of texts that hold the id, read back, since the engine may compress what it writes. */
  private static List<String> inTables(Path file) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection =
            new DuckDBDriver().connect("jdbc:duckdb:" + file, new Properties());
        Statement columns = connection.createStatement();
        ResultSet names =
            columns.executeQuery(
                "SELECT table_name, column_name FROM duckdb_columns()"
                    + " WHERE NOT internal AND data_type = 'VARCHAR'")) {
      while (names.next()) {
        String table = names.getString(1);
        String column = names.getString(2);
        try (Statement look = connection.createStatement();
            ResultSet rows =
                look.executeQuery(
                    "SELECT count(*) FROM \"%s\" WHERE contains(\"%s\", '%s')"
                        .formatted(table, column, ERASED))) {
          if (rows.next() && rows.getLong(1) > 0) {
            found.add(table + "." + column);
          }
        }
      }
    }
    return found;
  }
}
