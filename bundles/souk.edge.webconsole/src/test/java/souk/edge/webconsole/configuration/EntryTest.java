package souk.edge.webconsole.configuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souk.edge.webconsole.html.Messages;

class EntryTest {
  private static final Messages ENGLISH = Messages.of("en");

  static Field field(
      String id, Field.Type type, boolean many, String least, String most, List<String> defaults) {
    return new Field(
        id,
        id,
        "",
        type,
        many,
        Optional.of(least).filter(l -> !l.isEmpty()),
        Optional.of(most).filter(m -> !m.isEmpty()),
        defaults,
        Map.of());
  }

  private static Entry read(Field.Type type, String typed) {
    return Entry.read(field("f", type, false, "1", "10", List.of("5")), typed, ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER, 0, 0 is too small; it must be at least 1.",
    "INTEGER, 11, 11 is too large; it must be at most 10.",
    "INTEGER, 1.5, 'It must be a whole number, not \"1.5\".'",
    "INTEGER, 99999999999999999999, 99999999999999999999 is too large; it must be at most 10.",
    "LONG, x, 'It must be a whole number, not \"x\".'",
    "LONG, '', 'It must be a whole number, not \"\".'",
    "DOUBLE, NaN, 'It must be a number such as 0.25, not \"NaN\".'",
    "DOUBLE, Infinity, 'It must be a number such as 0.25, not \"Infinity\".'",
    "DOUBLE, '1,5', 'It must be a number such as 0.25, not \"1,5\".'",
    "DOUBLE, 0.999, 0.999 is too small; it must be at least 1.",
    "BOOLEAN, yes, 'It must be true or false, not \"yes\".'"
  })
  void whatIsWrongIsSaid(Field.Type type, String typed, String error) {
    Entry entry = read(type, typed);
    assertEquals(Optional.of(error), entry.error());
    assertTrue(entry.value().isEmpty());
    assertEquals(typed, entry.typed());
  }

  @Test
  void valuesGetTheirTypes() {
    assertEquals(Optional.of(10), read(Field.Type.INTEGER, " 10 ").value());
    assertEquals(Optional.of(1L), read(Field.Type.LONG, "1").value());
    assertEquals(Optional.of(2.5), read(Field.Type.DOUBLE, "2.5").value());
    assertEquals(Optional.of(true), read(Field.Type.BOOLEAN, "true").value());
    assertEquals(Optional.of("a b "), read(Field.Type.STRING, "a b ").value());
  }

  @Test
  void linesAreValuesOfAList() {
    Field folders = field("folders", Field.Type.STRING, true, "", "", List.of());
    assertArrayEquals(
        new String[] {"/a", "/b c"},
        (String[]) Entry.read(folders, "/a\r\n\r\n /b c \n", ENGLISH).value().orElseThrow());
    Field numbers = field("numbers", Field.Type.INTEGER, true, "1", "3", List.of());
    assertTrue(Entry.read(numbers, "1\n4", ENGLISH).error().isPresent());
  }

  @Test
  void anOptionMustBeOneOfThem() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("low", "Low");
    options.put("high", "High");
    Field field =
        new Field(
            "o",
            "o",
            "",
            Field.Type.STRING,
            false,
            Optional.empty(),
            Optional.empty(),
            List.of("low"),
            options);
    assertEquals(
        Optional.of("It must be one of: low, high."), Entry.read(field, "middle", ENGLISH).error());
    assertEquals(Optional.of("high"), Entry.read(field, "high", ENGLISH).value());
  }

  @Test
  void onlyWhatDiffersFromTheDefaultIsKeptAndWhatNoFieldShowsStays() {
    Field limit = field("limit", Field.Type.INTEGER, false, "1", "10", List.of("5"));
    Field share = field("share", Field.Type.DOUBLE, false, "0", "1", List.of("0.5"));
    Map<String, Object> current = Map.of("limit", 7, "primary.Forecaster", "theta@1.0.0");
    List<Entry> entries =
        List.of(Entry.read(limit, "5", ENGLISH), Entry.read(share, "0.50", ENGLISH));
    assertEquals(
        List.of(new Proposal.Change("limit", "limit", "7", "5")),
        Proposal.changes(entries, current));
    assertEquals(Map.of("primary.Forecaster", "theta@1.0.0"), Proposal.values(entries, current));
    List<Entry> more = List.of(Entry.read(limit, "7", ENGLISH), Entry.read(share, "0.25", ENGLISH));
    assertEquals(
        List.of(new Proposal.Change("share", "share", "0.5", "0.25")),
        Proposal.changes(more, current));
    assertEquals(
        Map.of("primary.Forecaster", "theta@1.0.0", "limit", 7, "share", 0.25),
        Proposal.values(more, current));
  }
}
