package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;

/**
 * A real PostgreSQL beside the running platform: its driver is dropped in as it comes from its
 * makers, a connection is configured, and a growing table is loaded over HTTP.
 */
class DatabaseIT {
  private static final String SECRET = "pw-7f3a91-geheim";
  private static final String MAPPING =
      """
      {"form": "1", "source": "erp", "table": "order_line", "zone": "UTC", "currency": "GBP",
       "columns": {"order_id": "ord", "ordered_at": "at", "sku": "sku", "quantity": "qty",
         "unit_price": "price"}}
      """;

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Platform platform;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.start();
    execute(
        "CREATE TABLE sales (id bigserial, ord text, at timestamp, sku text, qty int, price numeric)",
        "CREATE ROLE reader LOGIN PASSWORD '" + SECRET + "'",
        "GRANT pg_read_all_data TO reader",
        "INSERT INTO sales (ord, at, sku, qty, price) SELECT o, timestamp '2024-05-06 10:00', 'S' || o % 7,"
            + " 2, 1.25 FROM generate_series(1, 500) o");
    platform = Platform.start(folder);
    Path secrets = Files.createDirectories(platform.data().resolve("secrets"));
    Path password = Files.writeString(secrets.resolve("erp.password"), SECRET);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    Path driver =
        Path.of(
            org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    platform.drop(driver, "postgresql.jar");
    Path config = folder.resolve("erp.config");
    Files.writeString(
        config,
        """
        name="erp"
        url="jdbc:postgresql://localhost:%d/postgres"
        user="reader"
        passwordFile="erp.password"
        """
            .formatted(postgres.getPort()));
    platform.drop(config, "souk.data.connector.jdbc-erp.config");
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void aGrowingTableIsLoadedAndNothingTwice() throws Exception {
    JsonNode first =
        Platform.await(
            "the first load",
            Duration.ofSeconds(60),
            DatabaseIT::load,
            job -> job.toString().contains("\"rowsLoaded\":500"));
    assertTrue(first.toString().contains("\"rowsQuarantined\":0"), first.toString());
    execute(
        "INSERT INTO sales (ord, at, sku, qty, price) VALUES"
            + " ('501', '2024-05-07 10:00', 'S1', 1, 2.50), ('502', '2024-05-07 10:00', 'S1', 1, 'NaN')");
    JsonNode second = platform.finished("/loads", request());
    assertTrue(second.toString().contains("\"rowsLoaded\":1"), second.toString());
    assertTrue(second.toString().contains("row.not-a-number"), second.toString());
    JsonNode third = platform.finished("/loads", request());
    assertTrue(third.toString().contains("\"rowsLoaded\":0"), third.toString());
    assertEquals(2, platform.get("/loads").size(), "a load without news leaves no report");
    ObjectNode wrong = request();
    ((ObjectNode) wrong.get("options")).put("query", "SELECT 1; DROP TABLE sales");
    assertTrue(platform.finished("/loads", wrong).toString().contains("load.refused"));
    thePasswordIsNowhere();
  }

  /** Driver and configuration may take a moment to arrive. */
  private static JsonNode load() throws Exception {
    Thread.sleep(1_000);
    return platform.finished("/loads", request());
  }

  private static void thePasswordIsNowhere() throws IOException {
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (!file.endsWith("erp.password") && Files.size(file) < 50_000_000) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(new String(secret, StandardCharsets.ISO_8859_1)), "in " + file);
      }
    }
  }

  private static ObjectNode request() throws IOException {
    ObjectNode body = Platform.object();
    body.put("connection", "erp");
    body.putObject("options").put("table", "sales").put("cursor", "id").put("key", "ord");
    body.set("mapping", Platform.JSON.readTree(MAPPING));
    return body;
  }

  private static void execute(String... statements) throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
