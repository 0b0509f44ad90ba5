package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTargetTest {
  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");

  @TempDir Path folder;

  @Test
  void withoutAWishItLiesInTheStateFolderUnderItsTime() {
    Path target = BackupTarget.of(folder, Optional.empty(), NOW);
    assertEquals(folder.resolve("backups/souk-20260203T040506.789Z.zip"), target);
  }

  @Test
  void refusesWhatCouldReplaceOrHideAFile() throws Exception {
    Path state = Files.createDirectories(folder.resolve("state"));
    Path existing = Files.writeString(folder.resolve("there.zip"), "x");
    for (Path wish :
        new Path[] {
          Path.of("relative.zip"),
          folder.resolve("backup.tar"),
          folder.resolve("absent/backup.zip"),
          state.resolve("journal.zip"),
          state.resolve("backups/../config.zip"),
          existing
        }) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> BackupTarget.of(state, Optional.of(wish), NOW),
              wish.toString());
      assertTrue(refused.getMessage().contains("Maybe"), refused.getMessage());
    }
    assertEquals("x", Files.readString(existing));
  }
}
