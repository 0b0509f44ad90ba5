package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;

/** One process per state, one listener per port, and messages that say what to do. */
class StartIT {
  private static final int STATE_IN_USE = 3;
  private static final int PORT_IN_USE = 4;
  private static final int BROKEN_INSTALLATION = 5;
  private static final int BROKEN_STATE = 6;

  @TempDir Path folder;

  @Test
  void startsAnswersAndStops() throws Exception {
    try (Platform platform = Platform.start(folder)) {
      assertEquals("UP", platform.get("/health").path("status").asText());
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(platform.data())));
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(platform.data().resolve("secrets/admin.key"))));
      assertEquals("127.0.0.1", platform.url().getHost());
      String log = Files.readString(platform.data().resolve("log/souk.log"));
      assertFalse(log.contains("do not run"), log);
      assertFalse(log.contains(platform.key("admin")), "a key stands in the log");
      platform.stop();
      assertFalse(Files.exists(platform.data().resolve("running.properties")));
    }
  }

  @Test
  void refusesASecondProcessOnTheSameState() throws Exception {
    try (Platform platform = Platform.start(folder)) {
      Ended second = run(platform.data(), "0");
      assertEquals(STATE_IN_USE, second.code, second.said);
      assertTrue(second.said.contains("in use by process " + platform.pid()), second.said);
      assertTrue(second.said.contains("Maybe"), second.said);
      assertEquals("UP", platform.get("/health").path("status").asText());
    }
  }

  @Test
  void refusesATakenPort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Ended ended = run(folder.resolve("data"), Integer.toString(taken.getLocalPort()));
      assertEquals(PORT_IN_USE, ended.code, ended.said);
      assertTrue(ended.said.contains("port " + taken.getLocalPort()), ended.said);
      assertTrue(ended.said.contains("--port"), ended.said);
    }
  }

  @Test
  void saysWhatIsWrongWithAStateThatIsNoFolder() throws Exception {
    Path data = Files.writeString(folder.resolve("data"), "not a folder");
    Ended ended = run(data, "0");
    assertEquals(BROKEN_STATE, ended.code, ended.said);
    assertTrue(ended.said.contains(data.toString()), ended.said);
    assertEquals("not a folder", Files.readString(data));
  }

  @Test
  void rebuildsADamagedBundleCache() throws Exception {
    try (Platform platform = Platform.start(folder)) {
      platform.stop();
    }
    for (Path info : bundleInfos()) {
      Files.writeString(info, "damaged");
    }
    try (Platform again = Platform.start(folder)) {
      assertEquals("UP", again.get("/health").path("status").asText());
    }
  }

  private List<Path> bundleInfos() throws Exception {
    try (Stream<Path> tree = Files.walk(folder.resolve("data/felix"))) {
      return tree.filter(path -> path.getFileName().toString().equals("bundle.info")).toList();
    }
  }

  @Test
  void startsWithoutTheRoomsThatARetailerLeavesOut() throws Exception {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.copy(Platform.HOME.resolve("conf/logback.xml"), conf.resolve("logback.xml"));
    List<String> fewer =
        Files.readAllLines(Platform.HOME.resolve("conf/features.properties")).stream()
            .filter(line -> !line.matches(".*\\.(learn|customer|demand|plan|trust|evidence)"))
            .toList();
    Files.write(conf.resolve("features.properties"), fewer);
    try (Platform platform = Platform.startWithConf(folder, conf)) {
      assertTrue(platform.offers("LinePricer", "price-book"));
      assertFalse(platform.offers("Forecaster", "theta"));
      String log = Files.readString(platform.data().resolve("log/souk.log"));
      assertFalse(log.contains("do not run"), log);
    }
    try (Platform platform = Platform.start(folder)) {
      assertTrue(platform.offers("Forecaster", "theta"), "a feature did not come back");
    }
  }

  @Test
  void namesAFeatureWithoutFile() throws Exception {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(conf.resolve("features.properties"), "souk.feature.nowhere\n");
    ProcessBuilder builder =
        new ProcessBuilder(
            Platform.HOME.resolve("bin/souk").toString(),
            "start",
            "--foreground",
            "--port",
            "0",
            "--data",
            folder.resolve("data").toString());
    builder.environment().put("SOUK_CONF", conf.toString());
    File out = folder.resolve("out").toFile();
    Process process = builder.redirectErrorStream(true).redirectOutput(out).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    String said = Files.readString(out.toPath());
    assertEquals(BROKEN_INSTALLATION, process.exitValue(), said);
    assertTrue(said.contains("souk.feature.nowhere"), said);
  }

  private Ended run(Path data, String port) throws Exception {
    File out = folder.resolve("refused.log").toFile();
    Process process = Platform.launch(data, folder.resolve("deploy"), port, out);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still runs");
    return new Ended(process.exitValue(), Files.readString(out.toPath()));
  }

  private record Ended(int code, String said) {}
}
