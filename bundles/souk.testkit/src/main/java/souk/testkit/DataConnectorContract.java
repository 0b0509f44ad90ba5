package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souk.data.spi.DataConnector;
import souk.data.spi.RecordSink;
import souk.data.spi.SourceSpec;

/**
 * What every {@link DataConnector} must keep: header first, every record whole and in order, a
 * fingerprint of the content, refusals instead of failures, hostile values untouched, and a failing
 * or cancelled sink ends the reading and leaves nothing open.
 */
public abstract class DataConnectorContract {
  private static final List<String> HEADER = List.of("id", "text", "amount");
  private static final List<List<String>> ROWS =
      List.of(
          List.of("1", "plain", "2.50"),
          List.of("2", "", "-1"),
          List.of("3", "with, sign; and \"quote\"", "0"),
          List.of("4", "茶壶 çay", "1e400"),
          List.of("5", "two\nlines", "NaN"),
          List.of("6", "last", "7"));

  private static final List<String> HOSTILE =
      List.of(
          "=cmd|' /C calc'!A0",
          "'; DROP TABLE sales; --",
          "${jndi:ldap://127.0.0.1/x}",
          "<script>alert(1)</script>",
          "  spaces before and after  ",
          "tab\tand \"quotes\" and 'more' and back\\slash",
          "\u202Eright to left\u202C \u200Bzero width",
          "\uD83C\uDF75 tea and \u0000".substring(0, 7),
          "\u0001control\u001F",
          "a,b;c|d",
          "NULL",
          "\\N",
          "{\"a\": [1, 2]}");

  /** The connector under test; may be the same one each time. */
  protected abstract DataConnector subject();

  /** Makes a source with this content; each call makes another source. */
  protected abstract SourceSpec source(List<String> header, List<List<String>> rows)
      throws Exception;

  /** A source that is not there. */
  protected abstract SourceSpec missing();

  @Test
  void declinesWhatIsNotThereAndUnknownOptions() throws Exception {
    assertTrue(subject().refuses(missing()).isPresent());
    SourceSpec sound = source(HEADER, ROWS);
    assertTrue(subject().refuses(sound).isEmpty());
    SourceSpec odd = new SourceSpec(sound.location(), Map.of("no-such-option", "x"));
    String refusal = subject().refuses(odd).orElseThrow().toString();
    assertTrue(refusal.contains("no-such-option"), refusal);
  }

  @Test
  void handsOverHeaderAndEveryRecordInOrder() throws Exception {
    Recording recording = read(source(HEADER, ROWS));
    assertEquals(HEADER, recording.header);
    assertEquals(ROWS, recording.rows);
    assertEquals(0, recording.malformed);
    for (int i = 1; i < recording.numbers.size(); i++) {
      assertTrue(recording.numbers.get(i) > recording.numbers.get(i - 1), "row numbers must rise");
    }
  }

  @Test
  void progressRisesToTheTotal() throws Exception {
    Recording recording = read(source(HEADER, ROWS));
    assertTrue(recording.lastTotal == 0 || recording.lastPosition == recording.lastTotal);
  }

  @Test
  void theFingerprintIsThatOfTheContent() throws Exception {
    SourceSpec first = source(HEADER, ROWS);
    SourceSpec same = source(HEADER, ROWS);
    SourceSpec other = source(HEADER, ROWS.subList(0, 5));
    assertEquals(subject().fingerprint(first), subject().fingerprint(same));
    assertNotEquals(subject().fingerprint(first), subject().fingerprint(other));
  }

  @Test
  void aSinkThatFailsEndsTheReadingWithItsOwnException() throws Exception {
    SourceSpec source = source(HEADER, ROWS);
    IllegalStateException planned = new IllegalStateException("planned");
    Recording recording =
        new Recording() {
          @Override
          public void record(long rowNumber, String[] values) {
            super.record(rowNumber, values);
            if (rows.size() == 2) {
              throw planned;
            }
          }
        };
    assertSame(
        planned,
        assertThrows(IllegalStateException.class, () -> subject().read(source, recording)));
    assertEquals(2, recording.rows.size());
    assertEquals(ROWS, read(source).rows, "the connector must be usable afterwards");
  }

  @Test
  void eightThreadsReadTheSame() throws Exception {
    SourceSpec source = source(HEADER, ROWS);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Recording>> readings = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        readings.add(pool.submit(() -> read(source)));
      }
      for (Future<Recording> reading : readings) {
        assertEquals(ROWS, reading.get().rows);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void theSameSourceReadTwiceIsTheSame() throws Exception {
    SourceSpec source = source(HEADER, ROWS);
    String before = subject().fingerprint(source);
    Recording first = read(source);
    Recording second = read(source);
    assertEquals(first.header, second.header);
    assertEquals(first.rows, second.rows);
    assertEquals(first.numbers, second.numbers);
    assertEquals(before, subject().fingerprint(source));
  }

  @Test
  void hostileValuesArriveAsTheyAre() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (String hostile : HOSTILE) {
      rows.add(List.of(Integer.toString(rows.size()), hostile, "1"));
    }
    assertEquals(rows, read(source(HEADER, rows)).rows);
  }

  @Test
  void aHugeFieldIsSetAsideWithItsNumberAndColumnAndTheRestIsRead() throws Exception {
    List<List<String>> rows =
        List.of(
            List.of("1", "plain", "1"),
            List.of("2", "x".repeat(100_000), "1"),
            List.of("3", "y".repeat(60_000), "1"));
    Recording recording = read(source(HEADER, rows));
    assertEquals(List.of(rows.get(0), rows.get(2)), recording.rows);
    assertEquals(1, recording.malformed);
    assertEquals("text", recording.malformedColumn);
    assertEquals(recording.numbers.get(0) + 1, recording.malformedNumber);
    assertTrue(recording.longestRaw <= 4_000, "raw has " + recording.longestRaw + " characters");
  }

  @Test
  void cancelledReadingsEndAtOnceAndLeaveNothingOpen() throws Exception {
    SourceSpec source = source(HEADER, ROWS);
    read(source);
    Path open = Path.of("/proc/self/fd");
    long before = Files.isDirectory(open) ? openFiles(open) : 0;
    for (int i = 0; i < 40; i++) {
      Recording recording =
          new Recording() {
            @Override
            public void record(long rowNumber, String[] values) {
              super.record(rowNumber, values);
              throw new CancellationException("cancelled");
            }
          };
      assertThrows(CancellationException.class, () -> subject().read(source, recording));
      assertEquals(1, recording.rows.size());
    }
    if (Files.isDirectory(open)) {
      long after = openFiles(open);
      assertTrue(after <= before + 10, before + " files open before, " + after + " after");
    }
  }

  /** A connector that reads in increments gives everything at first, and takes its own position. */
  @Test
  void theFirstIncrementIsTheWholeSource() throws Exception {
    SourceSpec source = source(HEADER, ROWS);
    if (subject().increments(source).isEmpty()) {
      return;
    }
    Recording first = new Recording();
    Optional<String> position = subject().readSince(source, Optional.empty(), first);
    assertEquals(ROWS, first.rows);
    Recording second = new Recording();
    subject().readSince(source, position, second);
    assertEquals(HEADER, second.header);
    assertTrue(ROWS.containsAll(second.rows));
  }

  private static long openFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private Recording read(SourceSpec source) throws Exception {
    Recording recording = new Recording();
    subject().read(source, recording);
    return recording;
  }

  /** Remembers everything it is given and checks the order of calls. */
  private static class Recording implements RecordSink {
    List<String> header = List.of();
    final List<List<String>> rows = new ArrayList<>();
    final List<Long> numbers = new ArrayList<>();
    int malformed;
    long malformedNumber;
    String malformedColumn = "";
    int longestRaw;
    long lastPosition;
    long lastTotal;

    @Override
    public void header(List<String> columns) {
      assertTrue(header.isEmpty(), "the header comes once");
      assertTrue(rows.isEmpty(), "the header comes first");
      header = List.copyOf(columns);
    }

    @Override
    public void record(long rowNumber, String[] values) {
      assertEquals(header.size(), values.length, "one value per column");
      rows.add(List.of(values));
      numbers.add(rowNumber);
    }

    @Override
    public void malformed(long rowNumber, String reasonCode, String reasonText, String raw) {
      malformed(rowNumber, "", "", reasonCode, reasonText, raw);
    }

    @Override
    public void malformed(
        long rowNumber,
        String column,
        String value,
        String reasonCode,
        String reasonText,
        String raw) {
      malformed++;
      malformedNumber = rowNumber;
      malformedColumn = column;
      longestRaw = Math.max(longestRaw, raw.length());
    }

    @Override
    public void position(long bytesRead, long bytesTotal) {
      assertTrue(bytesRead >= lastPosition, "progress must not fall");
      lastPosition = bytesRead;
      lastTotal = bytesTotal;
    }
  }
}
