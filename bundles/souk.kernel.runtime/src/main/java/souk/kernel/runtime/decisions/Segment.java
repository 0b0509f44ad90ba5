package souk.kernel.runtime.decisions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A finished segment: where it lies, when it was written last and which kinds it holds. The latter
 * is kept beside it, so that a search can pass it by.
 *
 * @param file records
 * @param lastMillis no record was appended later
 * @param kinds kinds of its decisions
 */
record Segment(Path file, long lastMillis, Set<String> kinds) {
  static final String SUFFIX = ".log";
  private static final String KINDS_SUFFIX = ".kinds";

  static Path fileFor(Path folder, long firstNumber) {
    return folder.resolve("decisions-" + DecisionIds.hex(firstNumber, 16) + SUFFIX);
  }

  /** Finishes a segment and notes its kinds beside it. */
  static Segment finish(Path file, Set<String> kinds) throws IOException {
    Files.write(kindsFile(file), new TreeSet<>(kinds));
    return new Segment(file, Files.getLastModifiedTime(file).toMillis(), Set.copyOf(kinds));
  }

  /** Opens a finished segment; reads it once if its note is missing. */
  static Segment open(Path file, DecisionJson json) throws IOException {
    Path note = kindsFile(file);
    if (Files.exists(note)) {
      List<String> kinds = Files.readAllLines(note);
      return new Segment(file, Files.getLastModifiedTime(file).toMillis(), Set.copyOf(kinds));
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

  private static Path kindsFile(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + KINDS_SUFFIX);
  }
}
