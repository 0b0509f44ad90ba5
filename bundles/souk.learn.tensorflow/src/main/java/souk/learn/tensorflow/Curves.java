package souk.learn.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folder of curves, one folder per training, the newest of them kept. */
final class Curves {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final int kept;
  private final Clock clock;

  Curves(Path folder, int kept, Clock clock) {
    this.folder = folder;
    this.kept = kept;
    this.clock = clock;
  }

  synchronized EventFile begin(String what) throws IOException {
    Files.createDirectories(folder);
    List<Path> runs;
    try (Stream<Path> all = Files.list(folder)) {
      runs = all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path old : runs.subList(Math.min(runs.size(), kept - 1), runs.size())) {
      forget(old);
    }
    return EventFile.create(folder.resolve(STAMP.format(clock.instant()) + "-" + what), clock);
  }

  private static void forget(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(run);
  }
}
