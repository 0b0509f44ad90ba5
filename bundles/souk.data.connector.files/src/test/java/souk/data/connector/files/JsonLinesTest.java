package souk.data.connector.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.LoadException;
import souk.data.spi.SourceSpec;

/** Files with one JSON object per line. */
class JsonLinesTest {
  @TempDir Path folder;
  private final FilesConnector connector =
      new FilesConnector(new InflationLimit(1L << 32, 1 << 20, 200), new AllowedFolders());

  @Test
  void nestedValuesAreReachedByPathsAndNumbersKeepTheirDigits() throws Exception {
    Reading reading =
        read(
            "{\"order\": {\"id\": 7, \"shop\": {\"city\": \"上海\"}}, \"price\": 1.50, \"big\":"
                + " 12345678901234567890.10, \"yes\": true, \"none\": null, \"tags\": [\"a\", {\"b\":"
                + " [1, 2]}, \"q\\\"\"]}\n");
    Map<String, String> row = reading.rows.get(0);
    assertEquals("7", row.get("order.id"));
    assertEquals("上海", row.get("order.shop.city"));
    assertEquals("1.50", row.get("price"));
    assertEquals("12345678901234567890.10", row.get("big"));
    assertEquals("true", row.get("yes"));
    assertEquals("", row.get("none"));
    assertEquals("[\"a\",{\"b\":[1,2]},\"q\\\"\"]", row.get("tags"));
  }

  @Test
  void aKeyThatFirstOccursInTheLastLineIsAColumn() throws Exception {
    Reading reading = read("{\"a\": 1}\n\n{\"a\": 2}\r\n{\"b\": 3}");
    assertEquals(List.of("a", "b"), reading.header);
    assertEquals(Map.of("a", "", "b", "3"), reading.rows.get(2));
  }

  @Test
  void eachBadLineIsNamedByNumberAndPlace() throws Exception {
    String deep = "[".repeat(100_000);
    Reading reading =
        read(
            String.join(
                "\n",
                "{\"a\": {\"b\": 1}}",
                "{\"a\": {\"b\": NaN}}",
                "{\"a\": {\"b\": 1}, \"a\": {\"b\": 2}}",
                "{\"a.b\": 1, \"a\": {\"b\": 2}}",
                "[1, 2]",
                "{\"a\": 1} {\"a\": 2}",
                "{\"a\": \"open",
                "{\"a\": " + deep,
                "{\"a\": {\"b\": \"" + "x".repeat(70_000) + "\"}}",
                "{\"a\": \"" + "x".repeat(10_000_000) + "\"}",
                "{\"a\": [" + "1,".repeat(50_000) + "1]}",
                "{a: 1}",
                "{\"a\": 01}",
                "// comment",
                "{\"a\": {\"b\": \"last\"}}"));
    assertEquals(
        List.of(
            "2:a.b:row.malformed-json",
            "3:a.b:row.duplicate-key",
            "4:a.b:row.duplicate-key",
            "5:character 1:row.not-an-object",
            "6:character 11:row.more-than-one-object",
            "7:a:row.malformed-json",
            "8:a:row.too-deep",
            "9:a.b:row.field-too-long",
            "10:character 1048576:row.line-too-long",
            "11:a:row.field-too-long",
            "12:character 3:row.malformed-json",
            "13:a:row.malformed-json",
            "14:character 2:row.malformed-json"),
        reading.malformed);
    assertEquals("last", reading.rows.get(1).get("a.b"));
  }

  @Test
  void tooManyKeysAreRefusedInALineAndInTheFile() throws Exception {
    String wide =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "\"k" + i + "\": 1")
            .collect(Collectors.joining(", ", "{", "}"));
    assertEquals(
        List.of("2:k4096:row.too-many-fields"), read("{\"a\": 1}\n" + wide + "\n").malformed);
    String tall =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "{\"k" + i + "\": 1}")
            .collect(Collectors.joining("\n"));
    assertEquals("file.too-many-columns", refused(tall.getBytes(StandardCharsets.UTF_8)).code());
  }

  @Test
  void whatHoldsNoObjectIsRefusedAsAWhole() throws Exception {
    for (String text : List.of("", "\n\n", "a,b\n1,2\n", "[\n{\"a\": 1},\n]", "{}\n{}")) {
      LoadException e = refused(text.getBytes(StandardCharsets.UTF_8));
      assertEquals("file.no-object", e.code(), text);
    }
  }

  @Test
  void gzipAndOtherCharsetsAreRead() throws Exception {
    Path packed = folder.resolve("x.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("{\"a\": \"çay\"}".getBytes(StandardCharsets.UTF_8));
    }
    Reading reading = new Reading();
    connector.read(new SourceSpec(packed.toString(), Map.of()), reading);
    assertEquals("çay", reading.rows.get(0).get("a"));
    byte[] gbk = "{\"a\": \"茶壶\"}\n".getBytes("GBK");
    assertEquals("file.wrong-charset", refused(gbk).code());
    Path file = Files.write(folder.resolve("gbk.jsonl"), gbk);
    Reading stated = new Reading();
    connector.read(new SourceSpec(file.toString(), Map.of("charset", "GBK")), stated);
    assertEquals("茶壶", stated.rows.get(0).get("a"));
  }

  @Test
  void optionsOfAnotherFormatAreDeclined() throws Exception {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"a\": 1}");
    SourceSpec odd = new SourceSpec(file.toString(), Map.of("delimiter", ";"));
    assertTrue(connector.refuses(odd).orElseThrow().toString().contains("for jsonl known are"));
    SourceSpec unknown = new SourceSpec(file.toString(), Map.of("format", "xml"));
    assertTrue(connector.refuses(unknown).orElseThrow().toString().contains("csv, jsonl and"));
  }

  private LoadException refused(byte[] bytes) throws Exception {
    Path file = Files.write(Files.createTempFile(folder, "bad", ".jsonl"), bytes);
    return assertThrows(
        LoadException.class,
        () -> connector.read(new SourceSpec(file.toString(), Map.of()), new Reading()));
  }

  private Reading read(String text) throws Exception {
    Path file = Files.writeString(Files.createTempFile(folder, "ok", ".jsonl"), text);
    Reading reading = new Reading();
    connector.read(new SourceSpec(file.toString(), Map.of()), reading);
    return reading;
  }
}
