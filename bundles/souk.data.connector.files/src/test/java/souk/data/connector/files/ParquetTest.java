package souk.data.connector.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.LoadException;
import souk.data.spi.SourceSpec;

/** Parquet files as they occur. */
class ParquetTest {
  @TempDir Path folder;
  private final FilesConnector connector =
      new FilesConnector(new InflationLimit(1L << 32, 1 << 20, 200), new AllowedFolders());

  @Test
  void valuesKeepEveryDigit() throws Exception {
    Path file =
        parquet(
            "types.parquet",
            "SELECT 123456789012.3400::DECIMAL(18,4) AS dec, 9223372036854775807 AS big,"
                + " 0.1::FLOAT AS f,"
                + " 1e20::DOUBLE AS d, 'NaN'::DOUBLE AS nan, '-Infinity'::FLOAT AS inf, TIMESTAMP"
                + " '2024-02-29 10:00:00.123456' AS ts, TIMESTAMP '2024-02-29 10:00:00' AS plain,"
                + " TIMESTAMPTZ '2024-07-01 10:00:00+08' AS tz, DATE '2024-02-29' AS day, true AS"
                + " yes, NULL::INT AS none, '茶壶' AS tea, 'x'::BLOB AS bytes");
    Map<String, String> row = read(file).rows.get(0);
    assertEquals("123456789012.3400", row.get("dec"));
    assertEquals("9223372036854775807", row.get("big"));
    assertEquals("0.1", row.get("f"));
    assertEquals("100000000000000000000", row.get("d"));
    assertEquals("NaN", row.get("nan"));
    assertEquals("-Infinity", row.get("inf"));
    assertEquals("2024-02-29 10:00:00.123456", row.get("ts"));
    assertEquals("2024-02-29 10:00:00", row.get("plain"));
    assertEquals("2024-07-01 02:00:00Z", row.get("tz"));
    assertEquals("2024-02-29", row.get("day"));
    assertEquals("true", row.get("yes"));
    assertEquals("", row.get("none"));
    assertEquals("茶壶", row.get("tea"));
    assertFalse(row.containsKey("bytes"));
  }

  @Test
  void structuresBecomeColumnsAndListsStayTexts() throws Exception {
    Path file =
        parquet(
            "nested.parquet",
            "SELECT {'id': 7, 'shop': {'city': '上海', 'no': 3}} AS \"order\", [1, 2] AS li,"
                + " [{'a': 1}] AS ls, MAP {'k': 'v'} AS m");
    Reading reading = read(file);
    assertEquals(
        List.of("order.id", "order.shop.city", "order.shop.no", "li", "ls", "m"), reading.header);
    assertEquals("上海", reading.rows.get(0).get("order.shop.city"));
    assertEquals("[1, 2]", reading.rows.get(0).get("li"));
  }

  @Test
  void signsOfAPatternInANameAreOnlyAName() throws Exception {
    Path trap = parquet("trap-a.parquet", "SELECT 'trap' AS v");
    assertTrue(Files.exists(trap));
    for (String name :
        List.of(
            "trap-*.parquet",
            "trap-?.parquet",
            "trap-[a].parquet",
            "it's.parquet",
            "k=v.parquet",
            "{a}.parquet")) {
      Path plain = parquet("plain.parquet", "SELECT 'meant' AS v");
      Path odd = Files.move(plain, folder.resolve(name));
      assertEquals("meant", read(odd).rows.get(0).get("v"), name);
      assertEquals(List.of("v"), read(odd).header, name);
    }
    Path partition = Files.createDirectories(folder.resolve("year=2024"));
    Path inside = Files.copy(trap, partition.resolve("x.parquet"));
    assertEquals(List.of("v"), read(inside).header, "names of folders are no columns");
  }

  @Test
  void theFormatIsRecognisedByContentToo() throws Exception {
    Path file = parquet("data.parquet", "SELECT 1 AS a FROM range(5)");
    Path renamed = Files.move(file, folder.resolve("data.bin"));
    assertEquals(5, read(renamed).rows.size());
  }

  @Test
  void damagedFilesAreRefusedAsAWhole() throws Exception {
    Path file = parquet("sound.parquet", "SELECT i, 'text ' || i AS t FROM range(20000) r(i)");
    byte[] sound = Files.readAllBytes(file);
    for (int cut : new int[] {0, 3, 4, 8, 100, sound.length / 2, sound.length - 1}) {
      Path bad = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(sound, cut));
      LoadException e = assertThrows(LoadException.class, () -> read(bad), "cut at " + cut);
      assertEquals("file.damaged-parquet", e.code());
      assertTrue(e.getMessage().contains("cut.parquet"), e.getMessage());
    }
    Path text = Files.writeString(folder.resolve("text.parquet"), "a,b\n1,2\n");
    assertEquals(
        "file.damaged-parquet", assertThrows(LoadException.class, () -> read(text)).code());
  }

  /** One byte of the footer made the engine take five gigabytes before it noticed. */
  @Test
  void aFooterThatAnnouncesMoreThanItHoldsIsRefusedBeforeTheEngineSeesIt() throws Exception {
    Path file = parquet("footer.parquet", "SELECT i, 'text' || i AS t FROM range(50) r(i)");
    byte[] sound = Files.readAllBytes(file);
    int length =
        java.nio.ByteBuffer.wrap(sound, sound.length - 8, 4)
            .order(java.nio.ByteOrder.LITTLE_ENDIAN)
            .getInt();
    int refused = 0;
    for (int at = sound.length - 8 - length; at < sound.length - 8; at++) {
      byte[] spoilt = sound.clone();
      Arrays.fill(spoilt, at, Math.min(at + 4, sound.length - 8), (byte) 0xFF);
      Path bad = Files.write(folder.resolve("spoilt.parquet"), spoilt);
      try {
        ParquetFooter.check(bad);
      } catch (LoadException e) {
        assertEquals("file.damaged-parquet", e.code());
        refused++;
      }
    }
    assertTrue(refused > length / 2, refused + " of " + length);
    ParquetFooter.check(file);
  }

  @Test
  void theEngineReachesNothingElse() throws Exception {
    Path file = parquet("mine.parquet", "SELECT 1 AS a");
    Path other = parquet("other.parquet", "SELECT 2 AS a");
    try (ParquetEngine engine = ParquetEngine.open(file)) {
      for (String sql :
          List.of(
              "SELECT * FROM read_parquet('" + other + "')",
              "SELECT * FROM read_csv('/etc/passwd')",
              "SELECT * FROM read_text('/etc/hostname')",
              "COPY (SELECT 1) TO '" + folder.resolve("written.csv") + "'",
              "INSTALL httpfs",
              "LOAD httpfs",
              "ATTACH '" + folder.resolve("x.db") + "'",
              "SET enable_external_access = true",
              "SET allowed_directories = ['/']")) {
        try (Statement statement = engine.statement()) {
          assertThrows(SQLException.class, () -> statement.execute(sql), sql);
        }
      }
    }
    assertFalse(Files.exists(folder.resolve("written.csv")));
  }

  @Test
  void manyRowGroupsAreReadInOrder() throws Exception {
    Path file =
        parquet(
            "large.parquet",
            "SELECT i, 'sku-' || (i % 100) AS sku FROM range(300000) r(i) ORDER BY i");
    Reading reading = read(file);
    assertEquals(300_000, reading.rows.size());
    for (int i = 0; i < 300_000; i += 9_973) {
      assertEquals(Integer.toString(i), reading.rows.get(i).get("i"));
    }
  }

  private Path parquet(String name, String select) throws SQLException {
    Path file = folder.resolve(name);
    try (Connection duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = duck.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
    }
    return file;
  }

  private Reading read(Path file) throws Exception {
    Reading reading = new Reading();
    connector.read(new SourceSpec(file.toString(), Map.of()), reading);
    return reading;
  }
}
