package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Line;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.VersionedJar;

/** The short form of {@code ./souk bench swap}: what is lost or mixed, not how long it takes. */
class SwapIT {
  private static final Path ADDON = Path.of(System.getProperty("souk.it.addon"));
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int SWAPS = 10;
  private static final int TILLS = 2;
  private static final long PAUSE_MILLIS = 5;

  @TempDir Path folder;
  private Platform platform;
  private long plain;
  private final AtomicBoolean go = new AtomicBoolean(true);
  private final AtomicLong quotes = new AtomicLong();
  private final AtomicReference<String> wrong = new AtomicReference<>("");

  @Test
  void noQuoteIsLostOrMixedWhileStrategiesAreSwapped() throws Exception {
    platform = OpenShop.start(folder);
    try {
      try (Line line = new Line(platform.url())) {
        plain = quote(line).path("lines").get(0).path("unitPrice").path("amountMinor").asLong();
      }
      List<Thread> tills = new ArrayList<>();
      for (int i = 0; i < TILLS; i++) {
        Thread till = new Thread(this::ask, "till-" + i);
        tills.add(till);
        till.start();
      }
      try {
        for (int version = 1; version <= SWAPS; version++) {
          swap(version);
        }
      } finally {
        go.set(false);
        for (Thread till : tills) {
          till.join();
        }
      }
    } finally {
      platform.close();
    }
    assertEquals("", wrong.get());
    assertTrue(quotes.get() > 100, "only " + quotes + " quotes");
  }

  private void swap(int version) throws Exception {
    platform.drop(VersionedJar.of(ADDON, folder, version), "addon-" + version + ".jar");
    Platform.await(
        "version " + version,
        LIMIT,
        () -> platform.get("/strategies/LinePricer").toString(),
        roles -> roles.contains("1.0." + version + "\""));
    platform.select("LinePricer", "addon-prices", "1.0." + version);
    if (version > 1) {
      platform.take("addon-" + (version - 1) + ".jar");
    }
  }

  private void ask() {
    try (Line line = new Line(platform.url())) {
      while (go.get()) {
        JsonNode quote = quote(line);
        String version = "";
        for (JsonNode strategy : quote.path("strategies")) {
          if ("addon-prices".equals(strategy.path("strategy").asText())) {
            version = strategy.path("version").asText();
          }
        }
        long mark = version.isEmpty() ? 0 : Long.parseLong(version.substring("1.0.".length()));
        long price = quote.path("lines").get(0).path("unitPrice").path("amountMinor").asLong();
        if (price != plain + mark) {
          wrong.compareAndSet("", "version " + version + " with price " + price);
        }
        quotes.incrementAndGet();
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      wrong.compareAndSet("", e.toString());
    }
  }

  private JsonNode quote(Line line) throws IOException {
    byte[] cart = Shop.cart(2, Shop.sku(1)).toString().getBytes(StandardCharsets.UTF_8);
    Line.Answer answer = line.post("/quotes", cart, platform.key("till"));
    if (answer.status() != 200) {
      wrong.compareAndSet("", answer.status() + " " + answer.text());
    }
    return Platform.JSON.readTree(answer.body());
  }
}
