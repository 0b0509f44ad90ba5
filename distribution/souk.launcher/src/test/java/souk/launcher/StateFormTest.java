package souk.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFormTest {
  @TempDir private Path home;
  private Path data;

  @BeforeEach
  void aStateThatWasStoppedCleanly() throws IOException {
    data = home.resolve("data");
    Path config = Files.createDirectories(data.resolve("config/souk"));
    Files.writeString(config.resolve("router.config"), "primary.Forecaster=\"theta@1.0.0\"\n");
    Files.writeString(config.resolve("http.config"), "port=I\"8181\"\n");
    try (StateFolder state = StateFolder.take(places(), "0.2.0")) {
      state.seal();
    }
  }

  private Places places() {
    return new Places(home, home.resolve("conf"), data, home.resolve("deploy"));
  }

  @Test
  void aFolderOfANewerVersionIsRefusedByNameAndLeftAsItIs() throws IOException {
    Files.writeString(data.resolve("state.properties"), "form=3\nversion=0.9.0\n");
    Path kept = Files.createDirectories(data.resolve("tmp")).resolve("kept");
    Files.writeString(kept, "x");
    LaunchFailure failure = refused();
    assertEquals(ExitCode.BROKEN_STATE, failure.code());
    assertTrue(failure.getMessage().contains("written by Souk 0.9.0"), failure.getMessage());
    assertTrue(failure.getMessage().contains("souk restore"), failure.getMessage());
    assertTrue(Files.exists(kept), "something was changed");
    Files.writeString(data.resolve("state.properties"), "form=2\nversion=0.2.0\n");
    assertDoesNotThrow(() -> StateFolder.take(places(), "0.2.0").close());
  }

  @Test
  void aFolderWithoutANumberIsTakenOver() throws IOException {
    Files.delete(data.resolve("state.properties"));
    StateFolder.take(places(), "0.2.0").close();
    assertEquals("form=2\nversion=0.2.0\n", Files.readString(data.resolve("state.properties")));
  }

  @Test
  void aConfigurationThatChangedWhileNobodyRanIsNamed() throws IOException {
    Path file = data.resolve("config/souk/router.config");
    Files.writeString(file, "primary.Forecaster=\"thetb@1.0.0\"\n");
    LaunchFailure failure = refused();
    assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    Files.delete(data.resolve("configurations.sha256"));
    StateFolder.take(places(), "0.2.0").close();
  }

  @Test
  void configurationsThatVanishOrAppearAreNamedToo() throws IOException {
    Path file = data.resolve("config/souk/router.config");
    byte[] before = Files.readAllBytes(file);
    Files.delete(file);
    assertTrue(refused().getMessage().contains("router.config"));
    Files.write(file, before);
    Files.writeString(data.resolve("config/new.config"), "x=1\n");
    assertTrue(refused().getMessage().contains("new.config"));
  }

  @Test
  void whileThePlatformRunsThereIsNoSeal() throws IOException {
    try (StateFolder state = StateFolder.take(places(), "0.2.0")) {
      assertFalse(Files.exists(data.resolve("configurations.sha256")));
    }
    assertFalse(Files.exists(data.resolve("configurations.sha256")), "a killed process seals not");
  }

  /** Whatever byte of a configuration or of the seal is damaged: the start is refused. */
  @Test
  void everyDamageIsSeen() throws IOException {
    Random random = new Random(17);
    ConfigurationSeal seal = new ConfigurationSeal(data);
    for (Path file :
        new Path[] {
          data.resolve("config/souk/router.config"), data.resolve("configurations.sha256")
        }) {
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at++) {
        byte[] copy = whole.clone();
        copy[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, copy);
        assertThrows(LaunchFailure.class, seal::check, file + " byte " + at);
      }
      Files.write(file, whole);
      assertDoesNotThrow(seal::check);
    }
  }

  private LaunchFailure refused() {
    return assertThrows(LaunchFailure.class, () -> StateFolder.take(places(), "0.2.0"));
  }
}
