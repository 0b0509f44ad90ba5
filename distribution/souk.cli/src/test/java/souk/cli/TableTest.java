package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  private static final List<String> COLUMNS = List.of("item", "price");

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("in.csv"), text);
  }

  private static String refusal(Path file) {
    CliFailure failure = assertThrows(CliFailure.class, () -> Table.read(file, COLUMNS));
    assertEquals(ExitCode.USAGE, failure.code());
    assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    return failure.getMessage();
  }

  @Test
  void readsQuotesAndChinese() throws IOException {
    Table table = Table.read(file("item,price\n\"茶, 绿\",2.5\n"), COLUMNS);
    assertEquals("茶, 绿", table.rows().get(0).getField("item"));
    assertEquals(2.5, table.number(table.rows().get(0), "price"));
  }

  @Test
  void readsGz() throws IOException {
    Path gz = folder.resolve("in.csv.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write("item,price\na,1\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(1, Table.read(gz, COLUMNS).rows().size());
  }

  @Test
  void namesAMissingColumnAndThoseThatAreThere() throws IOException {
    String message = refusal(file("item,cost\na,1\n"));
    assertTrue(message.contains("no column price") && message.contains("[item, cost]"), message);
  }

  @Test
  void namesLineColumnAndValueOfAWrongNumber() throws IOException {
    Table table = Table.read(file("item,price\na,1\nb,\"1,5\"\n"), COLUMNS);
    String message =
        assertThrows(CliFailure.class, () -> table.number(table.rows().get(1), "price"))
            .getMessage();
    assertTrue(
        message.contains("line 3") && message.contains("price") && message.contains("\"1,5\""),
        message);
  }

  @Test
  void refusesAnotherCharset() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "item,price\né,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(refusal(file).contains("not UTF-8"));
  }

  @Test
  void refusesALineWithAnotherNumberOfFields() throws IOException {
    refusal(file("item,price\na,1,2\n"));
  }

  @Test
  void refusesAnEmptyFileAndAMissingOne() throws IOException {
    refusal(file("item,price\n"));
    refusal(folder.resolve("nowhere.csv"));
  }
}
