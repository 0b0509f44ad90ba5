package souk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir private Path conf;

  @Test
  void areLoopbackWithoutAFile() {
    assertEquals(new Settings("127.0.0.1", 8181, 1000, Map.of()), Settings.read(conf));
  }

  @Test
  void comeFromTheFile() throws IOException {
    Files.writeString(
        conf.resolve("souk.properties"),
        "souk.host=0.0.0.0\nsouk.port= 99 \nsouk.deploy.pollMillis=50\n");
    Settings settings = Settings.read(conf);
    assertEquals("0.0.0.0", settings.host());
    assertEquals(99, settings.port());
    assertEquals(50, settings.deployPollMillis());
  }

  @Test
  void handOnWhatBundlesRead() throws IOException {
    Files.writeString(
        conf.resolve("souk.properties"), "souk.features.upload = true\njava.home=x\n");
    assertEquals(Map.of("souk.features.upload", "true"), Settings.read(conf).others());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "eighty", "80.0"})
  void aWrongPortIsNamedWithItsFile(String port) throws IOException {
    Files.writeString(conf.resolve("souk.properties"), "souk.port=" + port);
    LaunchFailure failure = assertThrows(LaunchFailure.class, () -> Settings.read(conf));
    assertEquals(ExitCode.USAGE, failure.code());
    assertTrue(failure.getMessage().contains("(" + port + ")"), failure.getMessage());
    assertTrue(failure.getMessage().contains("souk.properties"), failure.getMessage());
  }

  @Test
  void aTakenPortIsRefusedAndZeroFindsAFreeOne() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Settings settings = new Settings("127.0.0.1", taken.getLocalPort(), 1000, Map.of());
      LaunchFailure failure = assertThrows(LaunchFailure.class, () -> Port.claim(settings));
      assertEquals(ExitCode.PORT_IN_USE, failure.code());
      assertTrue(failure.getMessage().contains("" + taken.getLocalPort()), failure.getMessage());
      assertTrue(Port.claim(new Settings("127.0.0.1", 0, 1000, Map.of())) > 0);
    }
  }
}
