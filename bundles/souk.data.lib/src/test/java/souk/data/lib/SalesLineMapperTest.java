package souk.data.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One record at a time. */
class SalesLineMapperTest {
  private static final List<String> HEADER =
      List.of("order", "at", "sku", "qty", "price", "name", "customer", "cur");

  private static Mapping mapping(Map<String, Object> rules, Map<String, Object> numbers) {
    Map<String, Object> root = MappingReaderTest.sound();
    root.put("currency", "GBP");
    root.put("zone", "Europe/London");
    root.put("rules", rules);
    root.put("numbers", numbers);
    root.put(
        "columns",
        Map.of(
            "order_id", "order",
            "ordered_at", "at",
            "sku", Map.of("column", "sku", "case", "upper"),
            "quantity", "qty",
            "unit_price", "price",
            "description", "name",
            "customer_key", Map.of("column", "customer", "empty", List.of("NULL", "0")),
            "currency", "cur",
            "channel", Map.of("constant", "web")));
    return new MappingReader(LocalDate.of(2026, 1, 5)).read(root);
  }

  private static Mapped<SalesLine> map(Map<String, Object> rules, String... values) {
    return new SalesLineMapper(mapping(rules, Map.of()), HEADER).map(values);
  }

  private static Mapped<SalesLine> map(String... values) {
    return map(Map.of(), values);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-07-01 00:30:00, 2024-06-30T23:30:00Z",
    "2024-07-01T00:30:00, 2024-06-30T23:30:00Z",
    "2024-07-01 00:30:00.123456, 2024-06-30T23:30:00.123456Z",
    "2024-07-01T00:30:00Z, 2024-07-01T00:30:00Z",
    "2024-07-01 00:30:00.5+08:00, 2024-06-30T16:30:00.5Z"
  })
  void withoutAPatternIsoTimesAreTaken(String text, String instant) {
    SalesLine line = map("7", text, "a1", "3", "2.345", "Tea", "c9", "GBP").row();
    assertEquals(Instant.parse(instant), line.orderedAt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29T10:00:00Z",
        "2024-07-01",
        "2024-07-01TT0:00:00",
        "2024-07-01 00:30:00.",
        "2024-07-01 00:30:00 Z",
        "2024-07-01 24:30:00",
        "T"
      })
  void withoutAPatternNothingElseIsTaken(String text) {
    assertEquals(
        "row.not-a-date", map("7", text, "a1", "3", "2.345", "Tea", "c9", "GBP").fault().code());
  }

  @Test
  void aLineIsTakenAsItStands() {
    SalesLine line = map("7", "2024-07-01 00:30:00", "a1", "3", "2.345", "Tea", "c9", "GBP").row();
    assertEquals("A1", line.sku());
    assertEquals(Instant.parse("2024-06-30T23:30:00Z"), line.orderedAt());
    assertEquals(LocalDate.of(2024, 7, 1), line.businessDay());
    assertEquals(new BigDecimal("7.035"), line.exactAmount());
    assertEquals(704, line.amountMinor(), "half goes to even");
    assertEquals("web", line.channel());
    assertEquals("default", line.store());
    assertEquals(LineKind.SALE, line.kind());
    assertEquals(0, line.flags());
  }

  @ParameterizedTest
  @CsvSource({"1,0.125,12", "1,0.135,14", "-1,0.125,-12", "3,0.005,2", "7,1.01,707"})
  void amountsAreRoundedHalfEvenOnce(String quantity, String price, long minor) {
    SalesLine line = map("7", "2024-07-01 10:00:00", "A", quantity, price, "", "c", "").row();
    assertEquals(minor, line.amountMinor());
  }

  @Test
  void kindsAndFlags() {
    Map<String, Object> rules =
        Map.of("returnOrderPrefixes", List.of("C"), "nonArticles", List.of("POST", "gift_*"));
    SalesLine cancelled =
        map(rules, "C7", "2024-07-01 10:00:00", "A", "-1", "2", "T", "c", "").row();
    assertEquals(LineKind.RETURN, cancelled.kind());
    SalesLine negative = map(rules, "7", "2024-07-01 10:00:00", "A", "-1", "2", "T", "c", "").row();
    assertEquals(LineKind.RETURN, negative.kind());
    SalesLine broken = map(rules, "7", "2024-07-01 10:00:00", "A", "-9", "0", "", "NULL", "").row();
    assertEquals(LineKind.ADJUSTMENT, broken.kind());
    assertTrue(broken.has(LineFlag.ZERO_PRICE) && broken.has(LineFlag.NO_DESCRIPTION));
    SalesLine gift = map(rules, "7", "2024-07-01 10:00:00", "A", "1", "0", "T", "c", "").row();
    assertEquals(LineKind.SALE, gift.kind());
    SalesLine voucher =
        map(rules, "7", "2024-07-01 10:00:00", "Gift_20", "1", "20", "", "0", "").row();
    assertFalse(voucher.article());
    assertTrue(voucher.has(LineFlag.NO_CUSTOMER) && voucher.has(LineFlag.NON_ARTICLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "1e400",
        "1E3",
        "0x10",
        "1,5",
        "",
        " ",
        "1.2.3",
        "--1",
        "1-",
        "£5",
        ".",
        "１２"
      })
  void whatIsNoPlainDecimalIsAFault(String text) {
    Mapped<SalesLine> mapped = map("7", "2024-07-01 10:00:00", "A", text, "2", "T", "c", "");
    assertEquals("row.not-a-number", mapped.fault().code());
    assertEquals("qty", mapped.fault().column());
    assertEquals(BigDecimal.ZERO, mapped.exactAmount());
  }

  @ParameterizedTest
  @CsvSource({
    "2023-02-29 10:00:00,row.not-a-date",
    "2024-02-29 10:00:00,ok",
    "2024-02-30 10:00:00,row.not-a-date",
    "2024-13-01 10:00:00,row.not-a-date",
    "2024-07-01,row.not-a-date",
    "'',row.not-a-date",
    "1900-07-01 10:00:00,row.date-out-of-range",
    "2026-01-06 10:00:00,ok",
    "2026-01-07 10:00:00,row.date-out-of-range",
    "2024-07-01 24:00:00,row.not-a-date"
  })
  void datesAreReadStrictly(String text, String expected) {
    Mapped<SalesLine> mapped = map("7", text, "A", "1", "2", "T", "c", "");
    assertEquals(expected, mapped.isFault() ? mapped.fault().code() : "ok");
  }

  @Test
  void aTimeThatClocksSkipIsShiftedAndFlagged() {
    SalesLine line = map("7", "2024-03-31 01:30:00", "A", "1", "2", "T", "c", "").row();
    assertTrue(line.has(LineFlag.TIME_SHIFTED));
    assertEquals(Instant.parse("2024-03-31T01:30:00Z"), line.orderedAt());
    SalesLine twice = map("7", "2024-10-27 01:30:00", "A", "1", "2", "T", "c", "").row();
    assertEquals(Instant.parse("2024-10-27T00:30:00Z"), twice.orderedAt(), "the earlier of two");
  }

  @Test
  void otherNotationsAreReadWhenStatedAndOnlyThen() {
    Mapping german = mapping(Map.of(), Map.of("decimal", ",", "grouping", "."));
    SalesLineMapper mapper = new SalesLineMapper(german, HEADER);
    SalesLine line =
        mapper
            .map(new String[] {"7", "2024-07-01 10:00:00", "A", "1.000", "1.234,50", "", "c", ""})
            .row();
    assertEquals(123_450_000, line.amountMinor());
    assertTrue(
        mapper
            .map(new String[] {"7", "2024-07-01 10:00:00", "A", "1", "1,234.50", "", "c", ""})
            .isFault());
  }

  @Test
  void rulesOfQuarantineDecideOnPrices() {
    String[] free = {"7", "2024-07-01 10:00:00", "A", "1", "0.00", "", "c", ""};
    assertFalse(map(free).isFault());
    assertEquals(
        "row.zero-price", map(Map.of("quarantine", List.of("zero-price")), free).fault().code());
    assertEquals(
        "row.zero-price-without-description",
        map(Map.of("quarantine", List.of("zero-price-without-description")), free).fault().code());
    String[] debt = {"7", "2024-07-01 10:00:00", "B", "1", "-11062.06", "debt", "", ""};
    assertEquals("row.negative-price", map(debt).fault().code());
    assertEquals(new BigDecimal("-11062.06"), map(debt).exactAmount());
    assertTrue(map(Map.of("quarantine", List.of()), debt).row().has(LineFlag.NEGATIVE_PRICE));
  }

  @Test
  void keysAreChecked() {
    assertEquals(
        "row.text-too-long",
        map("7", "2024-07-01 10:00:00", "x".repeat(201), "1", "2", "", "c", "").fault().code());
    assertEquals(
        "row.control-character",
        map("7\u0000", "2024-07-01 10:00:00", "A", "1", "2", "", "c", "").fault().code());
    assertEquals(
        "row.missing-value",
        map(" ", "2024-07-01 10:00:00", "A", "1", "2", "", "c", "").fault().code());
    assertEquals(
        "row.other-currency",
        map("7", "2024-07-01 10:00:00", "A", "1", "2", "", "c", "EUR").fault().code());
  }

  @Test
  void theDigestTellsLinesApartAndIgnoresNotation() {
    String[] line = {"7", "2024-07-01 10:00:00", "A", "1", "2.50", "T", "c", ""};
    long digest = map(line).row().digest();
    String[] same = {"8", "2024-07-01 10:00:00", "a", "1.0", "2.5", "T", "c", "GBP"};
    assertEquals(digest, map(same).row().digest(), "the order is no part of it");
    String[][] others = {
      {"7", "2024-07-01 10:00:01", "A", "1", "2.50", "T", "c", ""},
      {"7", "2024-07-01 10:00:00", "AT", "1", "2.50", "", "c", ""},
      {"7", "2024-07-01 10:00:00", "A", "2", "2.50", "T", "c", ""},
      {"7", "2024-07-01 10:00:00", "A", "1", "2.51", "T", "c", ""},
      {"7", "2024-07-01 10:00:00", "A", "1", "2.50", "T", "d", ""}
    };
    for (String[] other : others) {
      assertNotEquals(digest, map(other).row().digest(), String.join(",", other));
    }
    assertEquals(
        1_148_635_827_381_253_369L, new Digest64().add("souk").add(7L).value(), "never changes");
  }
}
