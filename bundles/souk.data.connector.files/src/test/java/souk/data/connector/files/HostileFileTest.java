package souk.data.connector.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.LoadException;
import souk.data.spi.RecordSink;
import souk.data.spi.SourceSpec;

/** Files that are wrong in ways that occur, by accident or by intent. */
class HostileFileTest {
  @TempDir Path folder;
  private final FilesConnector connector =
      new FilesConnector(new InflationLimit(1L << 32, 1 << 20, 200), new AllowedFolders());

  @Test
  void gbkReadAsUtf8IsRefusedWithThePositionOfTheFirstWrongByte() throws Exception {
    byte[] bytes = "sku,name\nA1,ok\nA2,茶壶\n".getBytes("GBK");
    LoadException e = refused("stock.csv", bytes, Map.of());
    assertEquals("file.wrong-charset", e.code());
    int position = "sku,name\nA1,ok\nA2,".length();
    assertTrue(e.getMessage().contains("byte " + position + " (line 3)"), e.getMessage());
    Reading reading = read("stock2.csv", bytes, Map.of("charset", "GBK"));
    assertEquals("茶壶", reading.rows.get(1)[1]);
  }

  @Test
  void wrongBytesBeyondTheFirstBufferAreFoundToo() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("a,b\n".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 40_000; i++) {
      out.write("é,1\n".getBytes(StandardCharsets.UTF_8));
    }
    int position = out.size();
    out.write(0xFF);
    LoadException e = refused("late.csv", out.toByteArray(), Map.of());
    assertTrue(
        e.getMessage().contains("byte " + position + " (line 40002) is 0xFF"), e.getMessage());
  }

  @Test
  void byteOrderMarksAreUnderstoodAndMustNotContradict() throws Exception {
    String text = "sku,name\nA1,çay\n";
    byte[] utf8 =
        bytes(
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            text.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("sku", "name"), read("bom8.csv", utf8, Map.of()).header);
    byte[] utf16 =
        bytes(new byte[] {(byte) 0xFF, (byte) 0xFE}, text.getBytes(StandardCharsets.UTF_16LE));
    assertEquals("çay", read("bom16.csv", utf16, Map.of()).rows.get(0)[1]);
    assertEquals("çay", read("b16.csv", utf16, Map.of("charset", "UTF-16")).rows.get(0)[1]);
    LoadException e = refused("conflict.csv", utf16, Map.of("charset", "GBK"));
    assertEquals("file.charset-conflict", e.code());
  }

  @Test
  void windows1252IsReadWhenStated() throws Exception {
    byte[] bytes = "sku,name\nA1,café £\n".getBytes(Charset.forName("windows-1252"));
    assertEquals("café £", read("w.csv", bytes, Map.of("charset", "windows-1252")).rows.get(0)[1]);
    assertEquals("file.wrong-charset", refused("w2.csv", bytes, Map.of()).code());
  }

  @Test
  void raggedRowsAreSetAsideOneByOne() throws Exception {
    Reading reading = read("ragged.csv", "a,b\n1,2\n3\n4,5,6\n\n7,8\n", Map.of());
    assertEquals(2, reading.rows.size());
    assertEquals(List.of("3:row.field-count", "4:row.field-count"), reading.malformed);
  }

  @Test
  void aTenMegabyteFieldIsSetAsideAndTheRestIsRead() throws Exception {
    String big = "x".repeat(10_000_000);
    Reading reading = read("big.csv", "a,b\n1," + big + "\n2,ok\n", Map.of());
    assertEquals(List.of("2:row.field-too-long"), reading.malformed);
    assertEquals("ok", reading.rows.get(0)[1]);
    assertTrue(reading.longestRaw <= 2_000);
  }

  @Test
  void anOpenQuoteThatSwallowsTheFileIsRefused() throws Exception {
    String text = "a,b\n1,\"open\n" + "2,x\n".repeat(5_000_000);
    LoadException e = refused("quote.csv", text.getBytes(StandardCharsets.UTF_8), Map.of());
    assertEquals("file.unreadable-row", e.code());
    assertTrue(e.getMessage().contains("quote"), e.getMessage());
  }

  @Test
  void aHundredThousandColumnsAreRefused() throws Exception {
    String header =
        IntStream.range(0, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    LoadException e =
        refused("wide.csv", (header + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
    assertEquals("file.too-many-columns", e.code());
  }

  @Test
  void aColumnNamedTwiceIsRefusedAndAnUnnamedOneGetsItsPosition() throws Exception {
    LoadException e =
        refused("dup.csv", "a,b,a\n1,2,3\n".getBytes(StandardCharsets.UTF_8), Map.of());
    assertEquals("file.duplicate-column", e.code());
    assertTrue(e.getMessage().contains("\"a\" twice, at 1 and 3"), e.getMessage());
    assertEquals(List.of("a", "column_2"), read("blank.csv", "a,\n1,2\n", Map.of()).header);
    Reading bare = read("bare.csv", "1,2\n3,4\n", Map.of("header", "false"));
    assertEquals(List.of("column_1", "column_2"), bare.header);
    assertEquals(2, bare.rows.size());
  }

  @Test
  void otherDelimitersAndQuotes() throws Exception {
    Reading reading = read("semi.csv", "a;b\n'x;y';2\n", Map.of("delimiter", ";", "quote", "'"));
    assertEquals(List.of("x;y", "2"), Arrays.asList(reading.rows.get(0)));
    assertEquals(2, read("tab.tsv", "a\tb\n1\t2\n", Map.of("delimiter", "tab")).header.size());
  }

  @Test
  void gzipIsRecognisedByContentAndDamageIsNamed() throws Exception {
    byte[] packed = gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(1, read("x.csv.gz", packed, Map.of()).rows.size());
    assertEquals(1, read("unnamed.csv", packed, Map.of()).rows.size());
    byte[] random = new byte[200_000];
    new java.util.Random(1).nextBytes(random);
    byte[] longer =
        gzip(
            java.util.HexFormat.of()
                .formatHex(random)
                .replace("7", ",")
                .getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "file.damaged-gzip",
        refused("cut.csv.gz", Arrays.copyOf(longer, longer.length / 2), Map.of()).code());
    assertEquals(
        "file.not-gzip",
        refused("fake.gz", "a,b\n".getBytes(StandardCharsets.UTF_8), Map.of()).code());
    assertEquals(
        "file.is-zip", refused("book.csv", new byte[] {'P', 'K', 3, 4, 0, 0}, Map.of()).code());
    assertEquals("file.empty", refused("empty.csv", new byte[0], Map.of()).code());
  }

  @Tag("slow")
  @Test
  void aGzipBombIsStopped() throws Exception {
    Path bomb = folder.resolve("bomb.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] zeros = "1,0\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
    }
    LoadException e =
        assertThrows(
            LoadException.class, () -> connector.read(spec(bomb, Map.of()), new Reading()));
    assertEquals("file.inflates-too-much", e.code());
  }

  @Test
  void placesThatAreNoReadableFilesAreDeclinedBeforehand() throws Exception {
    assertDeclined(folder.toString(), "folder");
    assertDeclined(folder.resolve("none.csv").toString(), "there is no");
    assertDeclined("relative.csv", "relative");
    assertDeclined("nul\0byte", "is none");
    assertDeclined("/dev/null", "regular file");
    Path outside = Files.writeString(folder.resolve("outside.csv"), "a\n1\n");
    Path inside = Files.createDirectories(folder.resolve("inbox"));
    FilesConnector fenced =
        new FilesConnector(new InflationLimit(1, 0, 1), new AllowedFolders(inside.toString()));
    assertTrue(fenced.refuses(spec(outside, Map.of())).isPresent());
    Path link = Files.createSymbolicLink(inside.resolve("link.csv"), outside);
    assertTrue(fenced.refuses(spec(link, Map.of())).isPresent(), "links must be followed");
    Path good = Files.writeString(inside.resolve("good.csv"), "a\n1\n");
    assertTrue(fenced.refuses(spec(good, Map.of())).isEmpty());
  }

  @Test
  void impossibleOptionsAreDeclinedByName() throws Exception {
    Path file = Files.writeString(folder.resolve("o.csv"), "a\n1\n");
    for (Map<String, String> options :
        List.of(
            Map.of("delimiter", ",,"),
            Map.of("delimiter", "a"),
            Map.of("quote", ","),
            Map.of("charset", "UTF-9"),
            Map.of("charset", "§"),
            Map.of("header", "yes"))) {
      String name = options.keySet().iterator().next();
      String refusal = connector.refuses(spec(file, options)).orElseThrow().toString();
      assertTrue(refusal.contains(name), refusal);
    }
  }

  private void assertDeclined(String location, String expected) {
    String refusal = connector.refuses(new SourceSpec(location, Map.of())).orElseThrow().toString();
    assertTrue(refusal.contains(expected), refusal);
  }

  private LoadException refused(String name, byte[] bytes, Map<String, String> options) {
    return assertThrows(LoadException.class, () -> read(name, bytes, options));
  }

  private Reading read(String name, String text, Map<String, String> options) throws IOException {
    return read(name, text.getBytes(StandardCharsets.UTF_8), options);
  }

  private Reading read(String name, byte[] bytes, Map<String, String> options) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    Reading reading = new Reading();
    connector.read(spec(file, options), reading);
    return reading;
  }

  private static SourceSpec spec(Path file, Map<String, String> options) {
    return new SourceSpec(file.toString(), options);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /** Remembers what it is given. */
  private static final class Reading implements RecordSink {
    List<String> header = List.of();
    final List<String[]> rows = new ArrayList<>();
    final List<String> malformed = new ArrayList<>();
    int longestRaw;

    @Override
    public void header(List<String> columns) {
      header = columns;
    }

    @Override
    public void record(long rowNumber, String[] values) {
      rows.add(values);
    }

    @Override
    public void malformed(long rowNumber, String reasonCode, String reasonText, String raw) {
      malformed.add(rowNumber + ":" + reasonCode);
      longestRaw = Math.max(longestRaw, raw.length());
    }

    @Override
    public void position(long bytesRead, long bytesTotal) {}
  }
}
