package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.duckdb.DuckDBDriver;
import souk.it.harness.Platform;
import souk.it.harness.RawScan;
import souk.it.harness.Shop;

/**
 * Erases one customer out of 10,000,000 order lines while the platform serves, stops it, and looks
 * for the id in every byte of the state folder and in every text of every table. Options: {@code
 * --events}, {@code --customers}, {@code --rows} per file.
 */
final class ErasureBench {
  private static final int EVENTS = 10_000_000;
  private static final int CUSTOMERS = 100_000;
  private static final int FILE_ROWS = 2_500_000;
  private static final int LIMIT_SECONDS = 60;
  private static final int ARTICLES = 500;
  private static final String ERASED = "kunde-4711-x";
  private static final LocalDate BEGIN = LocalDate.of(2023, 1, 1);

  private final Platform platform;
  private final Path folder;
  private final SplittableRandom random = new SplittableRandom(725);
  private final int events;
  private final int customers;
  private final int fileRows;
  private int written;

  private ErasureBench(Platform platform, Path folder, Arguments options) {
    this.platform = platform;
    this.folder = folder;
    this.events = options.number("events", EVENTS);
    this.customers = options.number("customers", CUSTOMERS);
    this.fileRows = options.number("rows", FILE_ROWS);
  }

  static Result run(Arguments options) throws Exception {
    Path folder = Files.createTempDirectory("souk-bench-erasure");
    try (Platform platform = Platform.start(folder)) {
      return new ErasureBench(platform, folder, options).measure();
    }
  }

  private Result measure() throws Exception {
    while (written < events) {
      Path csv = folder.resolve("lines.csv");
      write(csv);
      platform.job("/loads", Shop.load(csv));
      Files.delete(csv);
      System.out.printf(Locale.ROOT, "%,d of %,d lines loaded%n", written, events);
    }
    platform.job("/segments/runs", Platform.object());
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
        .with("events", written)
        .with("tablesFound", texts.size())
        .with("placesBefore", before.size())
        .with("megabytesBefore", report.path("bytesBefore").asLong() >> 20)
        .with("megabytesAfter", report.path("bytesAfter").asLong() >> 20)
        .require(!before.isEmpty(), "the scan finds the id before")
        .require(bytes == 0, "bytesFound = 0")
        .require(texts.isEmpty(), "no table holds the id, found " + texts)
        .require(seconds <= LIMIT_SECONDS, "seconds <= " + LIMIT_SECONDS);
  }

  /** Four lines per order, an order by a customer at random. */
  private void write(Path csv) throws IOException {
    int until = Math.min(events, written + fileRows);
    try (Writer out = Files.newBufferedWriter(csv)) {
      out.write(
          "invoice_no,stock_code,description,quantity,invoice_date,unit_price,customer_id,country\n");
      String customer = ERASED;
      LocalDate day = BEGIN;
      while (written < until) {
        if (written % 4 == 0) {
          int c = random.nextInt(customers);
          customer = c == 0 ? ERASED : Integer.toString(1_000_000 + c);
          day = BEGIN.plusDays(random.nextInt(700));
        }
        int article = random.nextInt(ARTICLES);
        out.write("" + (10_000_000 + written / 4) + ",A" + article + ",Article " + article + ',');
        out.write((1 + random.nextInt(4)) + "," + day + " 10:00:00,");
        out.write((2 + article % 17) + ".50," + customer + ",United Kingdom\n");
        written++;
      }
    }
  }

  /** Columns of texts that hold the id, read back, since the engine may compress what it writes. */
  private static List<String> inTables(Path file) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection =
            new DuckDBDriver().connect("jdbc:duckdb:" + file, new java.util.Properties());
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
