package souk.data.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Decides where an archive may be written. */
final class BackupTarget {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'souk-'uuuuMMdd'T'HHmmss.SSS'Z.zip'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private BackupTarget() {}

  /**
   * @throws IllegalArgumentException if the wish cannot be used
   */
  static Path of(Path state, Optional<Path> wish, Instant now) {
    if (wish.isEmpty()) {
      return StateFolder.sub(state, "backups").resolve(NAME.format(now));
    }
    Path file = wish.get();
    if (!file.isAbsolute() || !file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
      throw refused(file, "it must be an absolute path that ends in .zip");
    }
    Path clean = file.normalize();
    Path folder = clean.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw refused(file, "its folder does not exist");
    }
    if (clean.startsWith(state) && !clean.startsWith(state.resolve("backups"))) {
      throw refused(file, "it lies in the state folder itself");
    }
    if (Files.exists(clean)) {
      throw refused(file, "it exists already");
    }
    return clean;
  }

  private static IllegalArgumentException refused(Path file, String why) {
    return new IllegalArgumentException(
        "The backup cannot be written to %s: %s.%nMaybe choose another name; a backup never replaces a file."
            .formatted(file, why));
  }
}
