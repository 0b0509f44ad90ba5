package souk.data.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import souk.data.api.StoreException;

/**
 * An empty file beside a database, made once the database is in use. An engine takes a file that
 * was cut to nothing for a new one and starts empty; with the mark it is seen that something was
 * lost.
 */
final class UseMark {
  /** Every database in use has at least this: the least page of SQLite, and DuckDB's are larger. */
  private static final long LEAST_BYTES = 512;

  private final Path file;
  private final Path mark;

  UseMark(Path file) {
    this.file = file;
    this.mark = file.resolveSibling(file.getFileName() + ".used");
  }

  /**
   * Before the engine opens the file.
   *
   * @param mayBeMissing true if a file that is not there means a wanted new start
   * @throws StoreException if the file was in use and is gone or cut to nothing, or was never whole
   */
  void check(boolean mayBeMissing) {
    try {
      boolean here = Files.exists(file);
      long bytes = here ? Files.size(file) : 0;
      if (bytes >= LEAST_BYTES || (!here && mayBeMissing)) {
        return;
      }
      if (Files.exists(mark) || bytes > 0) {
        throw new StoreException(
            "%s %s, but was in use.%nMaybe the disk or a copy lost it: restore the folder from a backup. Nothing was changed. To start with an empty one all the same, delete the folder %s."
                .formatted(
                    file,
                    here ? "has only %d bytes".formatted(bytes) : "is not there",
                    file.getParent()));
      }
    } catch (IOException e) {
      throw new StoreException("%s cannot be looked at: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** After the engine opened the file and made its tables. */
  void set() {
    if (Files.exists(mark)) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be written: %s%nMaybe the disk is full or the folder is read-only."
              .formatted(mark, e.getMessage()),
          e);
    }
  }
}
