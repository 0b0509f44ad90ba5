package souk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir private Path home;

  private Places places() {
    return new Places(home, home.resolve("conf"), home.resolve("data"), home.resolve("deploy"));
  }

  @Test
  void belongsToTheOwnerAlone() throws IOException {
    try (StateFolder state = StateFolder.take(places())) {
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("data"))));
    }
  }

  @Test
  void refusesASecondHolderAndNamesTheFirst() throws IOException {
    try (StateFolder state = StateFolder.take(places())) {
      LaunchFailure failure = assertThrows(LaunchFailure.class, () -> StateFolder.take(places()));
      assertEquals(ExitCode.STATE_IN_USE, failure.code());
      assertTrue(
          failure.getMessage().contains("process " + ProcessHandle.current().pid()),
          failure.getMessage());
    }
  }

  @Test
  void isFreeAgainAfterClosing() throws IOException {
    StateFolder.take(places()).close();
    StateFolder.take(places()).close();
  }

  @Test
  void emptiesTheTemporaryFolderAndNothingElse() throws IOException {
    Path old = Files.createDirectories(home.resolve("data/tmp/deep")).resolve("left-over");
    Files.writeString(old, "x");
    Path kept = Files.writeString(home.resolve("data/warehouse"), "x");
    try (StateFolder state = StateFolder.take(places())) {
      assertFalse(Files.exists(old));
      assertTrue(Files.isDirectory(home.resolve("data/tmp")));
      assertTrue(Files.exists(kept));
    }
  }

  @Test
  void announcesUntilClosed() throws IOException {
    Path announcement = home.resolve("data/running.properties");
    try (StateFolder state = StateFolder.take(places())) {
      state.announce("http://127.0.0.1:1", "1.2.3");
      assertTrue(Files.readString(announcement).contains("url=http://127.0.0.1:1"));
    }
    assertFalse(Files.exists(announcement));
  }

  @Test
  void saysWhatIsWrongWithAFileInItsPlace() throws IOException {
    Files.writeString(home.resolve("data"), "x");
    LaunchFailure failure = assertThrows(LaunchFailure.class, () -> StateFolder.take(places()));
    assertEquals(ExitCode.BROKEN_STATE, failure.code());
    assertTrue(failure.getMessage().contains(home.resolve("data").toString()));
  }
}
