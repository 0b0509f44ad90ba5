package souk.edge.webconsole.logs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The end of a log file. */
final class LogTail {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_FOLLOWING = 200;

  private final Path file;

  LogTail(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** Entries of the last mebibyte that match, newest first. */
  List<LogLine> newest(String leastLevel, String loggerPart, String textPart, int most) {
    if (!Files.isReadable(file)) {
      return List.of();
    }
    List<LogLine> found =
        new ArrayList<>(
            entries().stream()
                .filter(entry -> entry.matches(leastLevel, loggerPart, textPart))
                .toList());
    Collections.reverse(found);
    return found.subList(0, Math.min(most, found.size()));
  }

  private List<LogLine> entries() {
    List<LogLine> entries = new ArrayList<>();
    int following = 0;
    for (String line : end().lines().toList()) {
      Optional<LogLine> first = LogLine.read(line);
      if (first.isPresent()) {
        entries.add(first.get());
        following = 0;
      } else if (!entries.isEmpty() && following++ < MOST_FOLLOWING) {
        entries.add(entries.remove(entries.size() - 1).with(line));
      }
    }
    return entries;
  }

  private String end() {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int size = (int) Math.min(MOST_BYTES, in.length());
      byte[] bytes = new byte[size];
      in.seek(in.length() - size);
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The log " + file.getFileName() + " could not be read.", e);
    }
  }
}
