package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** The platform on the JDK that JAVA25_HOME names: starts, loads, publishes, quotes, swaps. */
@EnabledIfEnvironmentVariable(
    named = "JAVA25_HOME",
    matches = ".+",
    disabledReason = "JAVA25_HOME names no JDK 25: not shown on this machine")
class Java25IT {
  @TempDir Path folder;

  @Test
  void startsQuotesAndSwaps() throws Exception {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    try (Stream<Path> files = Files.list(Platform.HOME.resolve("conf"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, conf.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        conf.resolve("souk.env"),
        "JAVA_HOME='%s'\n".formatted(System.getenv("JAVA25_HOME")),
        StandardOpenOption.APPEND);
    try (Platform platform = Platform.startWithConf(folder, conf)) {
      String command = ProcessHandle.of(platform.pid()).orElseThrow().info().command().orElse("");
      assertTrue(command.startsWith(System.getenv("JAVA25_HOME")), command);
      Shop.open(platform, folder);
      JsonNode quote = platform.post("/quotes", Shop.cart(2, Shop.sku(1), Shop.sku(2)));
      assertTrue(quote.path("net").path("amountMinor").asLong() > 0, quote.toString());
      platform.select("Forecaster", "theta", "1.0.0");
      assertEquals(
          quote.path("net"),
          platform.post("/quotes", Shop.cart(2, Shop.sku(1), Shop.sku(2))).path("net"));
      platform.job("/backups", Platform.object());
      String log = Files.readString(platform.data().resolve("log/souk.log"));
      assertFalse(log.contains("do not run"), log);
      String said = said();
      assertFalse(said.contains("restricted method"), said);
    }
  }

  private String said() throws Exception {
    StringBuilder said = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        said.append(Files.readString(file));
      }
    }
    return said.toString();
  }
}
