package souk.kernel.runtime.decisions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * A finished segment: where it lies, when it was written last and which kinds it holds. The latter
 * is kept beside it, so that a search can pass it by.
 *
 * @param file records
 * @param bytes its size
 * @param lastMillis no record was appended later
 * @param kinds kinds of its decisions
 */
record Segment(Path file, long bytes, long lastMillis, Set<String> kinds) {
  static final String SUFFIX = ".log";
  private static final String KINDS_SUFFIX = ".kinds";
  private static final int DIGITS = 16;

  /**
   * @param prefix of the names of its series
   */
  static Path fileFor(Path folder, String prefix, long firstNumber) {
    return folder.resolve(prefix + DecisionIds.hex(firstNumber, DIGITS) + SUFFIX);
  }

  /** Number of the first record, by the file's name; 0 if it has another form. */
  static long firstNumber(Path file) {
    String name = file.getFileName().toString();
    int end = name.length() - SUFFIX.length();
    try {
      return Long.parseLong(name.substring(Math.max(0, end - DIGITS), end), 16);
    } catch (NumberFormatException otherForm) {
      return 0;
    }
  }

  /** Finishes a segment and notes its kinds beside it. */
  static Segment finish(Path file, Set<String> kinds) throws IOException {
    Files.write(kindsFile(file), new TreeSet<>(kinds));
    return of(file, kinds);
  }

  /** Opens a finished segment; reads it once if its note is missing. */
  static Segment open(Path file, DecisionJson json) throws IOException {
    Path note = kindsFile(file);
    if (Files.exists(note)) {
      return of(file, Files.readAllLines(note));
    }
    Set<String> kinds = new TreeSet<>();
    SegmentScan.scan(
        file,
        Files.size(file),
        payload -> {
          kinds.add(json.head(payload).kind());
          return true;
        });
    return finish(file, kinds);
  }

  private static Segment of(Path file, Collection<String> kinds) throws IOException {
    long lastMillis = Files.getLastModifiedTime(file).toMillis();
    return new Segment(file, Files.size(file), lastMillis, Set.copyOf(kinds));
  }

  /** Removes it; if that is interrupted, either all or the records alone are still there. */
  void remove() throws IOException {
    Files.deleteIfExists(kindsFile(file));
    Files.deleteIfExists(file);
  }

  private static Path kindsFile(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + KINDS_SUFFIX);
  }
}
