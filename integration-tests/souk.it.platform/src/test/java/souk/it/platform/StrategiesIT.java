package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.VersionedJar;

/** Bundles of strangers, dropped into a running platform that quotes meanwhile. */
class StrategiesIT {
  private static final Path ADDON = Path.of(System.getProperty("souk.it.addon"));
  private static final Path BAD = Path.of(System.getProperty("souk.it.badbundles"));
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static Platform platform;
  private final Map<String, JsonNode> serving = new HashMap<>();

  @BeforeAll
  static void startAndPublish() throws Exception {
    platform = OpenShop.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  @BeforeEach
  void rememberWhoServes() throws Exception {
    for (String role : List.of("LinePricer", "Forecaster")) {
      serving.put(role, platform.role(role).path("primary"));
    }
  }

  @AfterEach
  void restoreWhoServed() throws Exception {
    for (Map.Entry<String, JsonNode> before : serving.entrySet()) {
      platform.select(
          before.getKey(),
          before.getValue().path("strategy").asText(),
          before.getValue().path("version").asText());
    }
    platform.takeAll();
    for (String strange : List.of("addon-prices", "bad-throws")) {
      Platform.await(
          "the removal of " + strange,
          LIMIT,
          () -> platform.offers("LinePricer", strange),
          here -> !here);
    }
  }

  @Test
  void aDroppedBundleServesAndLeavesWithoutALostQuote() throws Exception {
    JsonNode before = platform.role("LinePricer").path("primary");
    long plain = unitPriceMinor(quote("web"));
    AtomicBoolean go = new AtomicBoolean(true);
    AtomicLong quotes = new AtomicLong();
    AtomicReference<String> lost = new AtomicReference<>();
    Thread till = new Thread(() -> quoteUntil(go, quotes, lost), "till");
    till.start();
    try {
      platform.drop(VersionedJar.of(ADDON, folder, 7), "addon.jar");
      Platform.await(
          "the strategy", LIMIT, () -> platform.offers("LinePricer", "addon-prices"), b -> b);
      platform.select("LinePricer", "addon-prices", "1.0.7");
      assertEquals(plain + 7, unitPriceMinor(quote("web")));
      platform.select(
          "LinePricer", before.path("strategy").asText(), before.path("version").asText());
      assertEquals(plain, unitPriceMinor(quote("web")));
      platform.take("addon.jar");
      Platform.await(
          "its removal", LIMIT, () -> platform.offers("LinePricer", "addon-prices"), b -> !b);
    } finally {
      go.set(false);
      till.join();
    }
    assertEquals(null, lost.get());
    assertTrue(quotes.get() > 20, "only " + quotes + " quotes");
  }

  @Test
  void removingThePrimaryFallsBackToTheBuiltIn() throws Exception {
    long plain = unitPriceMinor(quote("web"));
    platform.drop(VersionedJar.of(ADDON, folder, 9), "addon-primary.jar");
    Platform.await(
        "the strategy", LIMIT, () -> platform.offers("LinePricer", "addon-prices"), b -> b);
    platform.select("LinePricer", "addon-prices", "1.0.9");
    assertEquals(plain + 9, unitPriceMinor(quote("web")));
    platform.take("addon-primary.jar");
    Platform.await(
        "its removal", LIMIT, () -> platform.offers("LinePricer", "addon-prices"), b -> !b);
    assertEquals(plain, unitPriceMinor(quote("web")));
    JsonNode role = platform.role("LinePricer");
    assertEquals(
        "addon-prices", role.path("selected").path("strategy").asText(), role::toPrettyString);
    assertTrue(role.path("absent").asBoolean(), role::toPrettyString);
  }

  @Test
  void aStrangersForecasterTakesOver() throws Exception {
    platform.drop(VersionedJar.of(ADDON, folder, 11), "addon-forecast.jar");
    Platform.await(
        "the forecaster", LIMIT, () -> platform.offers("Forecaster", "addon-season-mean"), b -> b);
    platform.select("Forecaster", "addon-season-mean", "1.0.11");
    JsonNode result = platform.job("/forecasts/adhoc", series(4));
    assertEquals(2.5, result.path("series").get(0).path("mean").get(0).asDouble(), 1e-9);
  }

  @Test
  void nanNeverReachesACaller() throws Exception {
    platform.drop(BAD, "nan.jar");
    Platform.await("the bad one", LIMIT, () -> platform.offers("Forecaster", "bad-nan"), b -> b);
    platform.select("Forecaster", "bad-nan", "1.0.0");
    JsonNode result = platform.job("/forecasts/adhoc", series(13));
    JsonNode mean = result.path("series").get(0).path("mean");
    assertEquals(13, mean.size(), result::toPrettyString);
    mean.forEach(value -> assertTrue(value.isNumber(), result::toPrettyString));
    assertNotEquals(
        "bad-nan", result.path("provenance").path("strategy").asText(), result::toPrettyString);
  }

  @Test
  void anUnknownStrategyIsNamed() throws Exception {
    HttpResponse<String> answer =
        platform.send(
            "POST",
            "/strategies/LinePricer/select",
            Platform.object()
                .put("strategy", "nobody")
                .put("version", "1.0.0")
                .put("reason", "test"),
            platform.key("admin"));
    assertEquals(404, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains("nobody"), answer::body);
  }

  private static ObjectNode series(int horizon) {
    ObjectNode body = Platform.object().put("season", 4).put("horizon", horizon);
    body.putArray("quantiles").add(0.1).add(0.5).add(0.9);
    ArrayNode values = body.putArray("series").addObject().put("id", "s").putArray("values");
    for (int i = 0; i < 24; i++) {
      values.add(1 + i % 4);
    }
    return body;
  }

  private static void quoteUntil(
      AtomicBoolean go, AtomicLong quotes, AtomicReference<String> lost) {
    while (go.get()) {
      try {
        quote("web");
        quotes.incrementAndGet();
      } catch (Exception | AssertionError e) {
        lost.compareAndSet(null, e.toString());
      }
    }
  }

  private static JsonNode quote(String channel) throws Exception {
    ObjectNode cart = Shop.cart(2, Shop.sku(1)).put("channel", channel);
    HttpResponse<String> answer = platform.send("POST", "/quotes", cart, platform.key("till"));
    assertEquals(200, answer.statusCode(), answer::body);
    return Platform.JSON.readTree(answer.body());
  }

  private static long unitPriceMinor(JsonNode quote) {
    JsonNode price = quote.path("lines").get(0).path("unitPrice");
    return price.has("amountMinor") ? price.get("amountMinor").asLong() : price.asLong();
  }
}
