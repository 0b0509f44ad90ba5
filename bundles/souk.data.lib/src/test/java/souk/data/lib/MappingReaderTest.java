package souk.data.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every wrong mapping names the place, the value and a way out. */
class MappingReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

  static Map<String, Object> sound() {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("order_id", "order");
    columns.put("ordered_at", "at");
    columns.put("sku", "sku");
    columns.put("quantity", "qty");
    columns.put("unit_price", "price");
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("form", "1");
    root.put("source", "till");
    root.put("table", "order_line");
    root.put("zone", "Asia/Shanghai");
    root.put("currency", "CNY");
    root.put("columns", columns);
    root.put("rules", new LinkedHashMap<>());
    return root;
  }

  @Test
  void defaultsAreTheCautiousOnes() {
    Mapping mapping = new MappingReader(TODAY).read(sound());
    assertEquals(LocalDate.of(2026, 1, 6), mapping.latest());
    assertEquals(java.util.Set.of("negative-price"), mapping.quarantine());
    assertTrue(mapping.replaceOrders());
    assertEquals("CNY", mapping.currency().getCurrencyCode());
  }

  @ParameterizedTest
  @CsvSource({
    "form, 2, mapping.unknown-form, \"form\"",
    "table, order_lines, mapping.unknown-table, \"order_lines\"",
    "zone, Mars/Olympus, mapping.unknown-zone, \"Mars/Olympus\"",
    "currency, GBX, mapping.unknown-currency, \"GBX\"",
    "currency, gbp, mapping.unknown-currency, \"gbp\"",
    "zoen, UTC, mapping.unknown-key, Maybe \"zone\" was meant",
    "rules.redelivery, twice, mapping.unknown-value, \"rules.redelivery\"",
    "rules.earliest, 2023-02-29, mapping.not-a-day, \"2023-02-29\"",
    "rules.returnPrefixes, C, mapping.unknown-key, \"rules.returnPrefixes\"",
    "rules.nonArticles, POST, mapping.wrong-type, a list of texts",
    "columns.skuu, x, mapping.unknown-target, Maybe \"sku\" was meant",
    "columns.quantity, '', mapping.wrong-type, \"columns.quantity\"",
  })
  void wrongValuesAreNamed(String key, String value, String code, String expected) {
    Map<String, Object> root = sound();
    put(root, key, value);
    MappingException e =
        assertThrows(MappingException.class, () -> new MappingReader(TODAY).read(root));
    assertEquals(code, e.code(), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "form, mapping.missing-key",
    "source, mapping.missing-key",
    "zone, mapping.missing-key",
    "currency, mapping.missing-key",
    "columns, mapping.missing-target",
    "columns.sku, mapping.missing-target"
  })
  void missingValuesAreNamed(String key, String code) {
    Map<String, Object> root = sound();
    remove(root, key);
    MappingException e =
        assertThrows(MappingException.class, () -> new MappingReader(TODAY).read(root));
    assertEquals(code, e.code(), e.getMessage());
    assertTrue(e.getMessage().contains("Maybe"), e.getMessage());
  }

  @Test
  void columnsAreCheckedInDepth() {
    assertCode("mapping.column-or-constant", Map.of());
    assertCode("mapping.column-or-constant", Map.of("column", "a", "constant", "b"));
    assertCode("mapping.wrong-pattern", Map.of("column", "a", "pattern", "uuuu-QQQQQQ-{"));
    assertCode("mapping.wrong-sign", Map.of("column", "a", "decimal", "1"));
    assertCode("mapping.wrong-type", Map.of("column", 7));
    assertCode("mapping.unknown-key", Map.of("column", "a", "patern", "uuuu"));
    assertCode("mapping.unknown-value", Map.of("column", "a", "case", "camel"));
  }

  @Test
  void aColumnTheFileLacksIsNamedWithTheNearestOneThere() {
    Mapping mapping = new MappingReader(TODAY).read(sound());
    MappingException e =
        assertThrows(
            MappingException.class,
            () -> new SalesLineMapper(mapping, List.of("order", "at", "sku", "qty", "unit_price")));
    assertEquals("mapping.unknown-column", e.code());
    assertTrue(e.getMessage().contains("unit_price from column \"price\""), e.getMessage());
  }

  @Test
  void allColumnsTheFileLacksAreNamedInTheOrderOfTheTable() {
    Mapping mapping = new MappingReader(TODAY).read(sound());
    MappingException e =
        assertThrows(
            MappingException.class,
            () -> new SalesLineMapper(mapping, List.of("order", "At", "sku")));
    assertTrue(
        e.getMessage()
            .contains(
                "takes ordered_at from column \"at\", quantity from column \"qty\", unit_price from"
                    + " column \"price\", but"),
        e.getMessage());
    assertTrue(e.getMessage().contains("Maybe \"At\" was meant."), e.getMessage());
  }

  private static void assertCode(String code, Map<String, Object> column) {
    Map<String, Object> root = sound();
    put(root, "columns.ordered_at", column);
    MappingException e =
        assertThrows(MappingException.class, () -> new MappingReader(TODAY).read(root));
    assertEquals(code, e.code(), e.getMessage());
    assertTrue(e.getMessage().contains("columns.ordered_at"), e.getMessage());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> holder(Map<String, Object> root, String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? root : (Map<String, Object>) root.get(key.substring(0, dot));
  }

  private static void put(Map<String, Object> root, String key, Object value) {
    holder(root, key).put(key.substring(key.indexOf('.') + 1), value);
  }

  private static void remove(Map<String, Object> root, String key) {
    holder(root, key).remove(key.substring(key.indexOf('.') + 1));
  }
}
