package souk.data.connector.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.data.spi.SourceSpec;

/** What the values of a real PostgreSQL become. */
class TypesTest {
  private final TestPostgres postgres = TestPostgres.running();

  @Test
  void numbersKeepEveryDigit() throws Exception {
    Map<String, String> row =
        row(
            "SELECT 12345678901234567890.123400::numeric AS exact, 9223372036854775807::int8 AS big,"
                + " 1e-6::numeric AS small, 0.1::float8 AS binary_double, 0.1::float4 AS"
                + " binary_single, 'NaN'::numeric AS none, 'NaN'::float8 AS none_double,"
                + " 'Infinity'::float8 AS without_end, 1e300::float8 AS large, -0.00::numeric AS zero");
    assertEquals("12345678901234567890.123400", row.get("exact"));
    assertEquals("9223372036854775807", row.get("big"));
    assertEquals("0.000001", row.get("small"));
    assertEquals("0.1", row.get("binary_double"));
    assertEquals("0.1", row.get("binary_single"));
    assertEquals("NaN", row.get("none"));
    assertEquals("NaN", row.get("none_double"));
    assertEquals("Infinity", row.get("without_end"));
    assertEquals("1" + "0".repeat(300), row.get("large"));
    assertEquals("0.00", row.get("zero"));
  }

  @Test
  void timesWithAndWithoutZone() throws Exception {
    Map<String, String> row =
        row(
            "SELECT timestamp '2024-02-29 23:59:59' AS local, timestamp '2024-02-29 10:00:00.123456'"
                + " AS fine, timestamptz '2024-07-01 10:00:00+08' AS zoned, date '2024-02-29' AS day,"
                + " timestamp 'infinity' AS never");
    assertEquals("2024-02-29 23:59:59", row.get("local"));
    assertEquals("2024-02-29 10:00:00.123456", row.get("fine"));
    assertEquals("2024-07-01 02:00:00Z", row.get("zoned"));
    assertEquals("2024-02-29", row.get("day"));
    assertFalse(row.get("never").startsWith("2"), row.get("never"));
  }

  @Test
  void textsNullsFlagsAndOtherTypes() throws Exception {
    Map<String, String> row =
        row(
            "SELECT '茶壶 \uD83C\uDF75'::text AS tea, NULL::text AS absent, NULL::numeric AS no_number,"
                + " NULL::timestamp AS no_time, NULL::bool AS unknown, true AS yes, false AS no,"
                + " '{\"a\": 1}'::jsonb AS json, ARRAY[1,2] AS list, 1234.5::money AS cash,"
                + " '\\xff'::bytea AS bytes, 'ab'::char(5) AS padded");
    assertEquals("茶壶 \uD83C\uDF75", row.get("tea"));
    for (String column : List.of("absent", "no_number", "no_time", "unknown")) {
      assertEquals("", row.get(column), column);
    }
    assertEquals("true", row.get("yes"));
    assertEquals("false", row.get("no"));
    assertEquals("{\"a\": 1}", row.get("json"));
    assertEquals("{1,2}", row.get("list"));
    assertTrue(row.get("cash").contains("1,234.50"), row.get("cash"));
    assertFalse(row.containsKey("bytes"), "no table of the warehouse takes bytes");
    assertEquals("ab", row.get("padded").strip());
  }

  @Tag("slow")
  @Test
  void aMillionRowsOfAGigabyteAreStreamed() throws Exception {
    Reading reading = new Reading(false);
    postgres
        .connector()
        .read(
            query("SELECT i, repeat('x', 1100) AS t FROM generate_series(1, 1000000) i"), reading);
    assertEquals(1_000_000, reading.count);
  }

  @Test
  void aHugeFieldIsSetAsideAndTheRestIsRead() throws Exception {
    Reading reading = new Reading();
    postgres
        .connector()
        .read(
            query("SELECT 1 AS a, repeat('x', 10000000) AS b UNION ALL SELECT 2, 'ok' ORDER BY a"),
            reading);
    assertEquals(List.of("1:row.field-too-long"), reading.malformed);
    assertEquals("ok", reading.rows.get(0).get("b"));
  }

  private Map<String, String> row(String sql) throws Exception {
    Reading reading = new Reading();
    postgres.connector().read(query(sql), reading);
    return reading.rows.get(0);
  }

  private static SourceSpec query(String sql) {
    return new SourceSpec("erp", Map.of("query", sql));
  }
}
