package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.VersionedJar;

/** A logged quote is worked out again after strategies and prices have changed. */
class ReplayIT {
  private static final Path ADDON = Path.of(System.getProperty("souk.it.addon"));
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static Platform platform;

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

  @Test
  void aQuoteIsReplayedWithItsOwnSnapshotAndVersions() throws Exception {
    ObjectNode cart = Shop.cartWithOffer(platform, 3);
    JsonNode first = quote(cart);
    String plain = first.path("decisionId").asText();
    assertEquals("SAME", replay(plain).path("outcome").asText(), () -> replayText(plain));

    platform.drop(VersionedJar.of(ADDON, folder, 7), "addon.jar");
    Platform.await(
        "the strategy", LIMIT, () -> platform.offers("LinePricer", "addon-prices"), here -> here);
    JsonNode before = platform.role("LinePricer").path("primary");
    platform.select("LinePricer", "addon-prices", "1.0.7");
    JsonNode second = quote(cart);
    String marked = second.path("decisionId").asText();
    assertNotEquals(first.path("net"), second.path("net"));

    JsonNode publications = platform.get("/publications");
    platform.post(
        "/publications/" + publications.get(0).path("id").asText() + "/undo",
        Platform.object().put("reason", "test"));
    platform.select(
        "LinePricer", before.path("strategy").asText(), before.path("version").asText());
    JsonNode third = quote(cart);
    assertNotEquals(first.path("snapshot"), third.path("snapshot"));
    for (String id : new String[] {plain, marked, third.path("decisionId").asText()}) {
      assertEquals("SAME", replay(id).path("outcome").asText(), () -> replayText(id));
    }

    platform.take("addon.jar");
    Platform.await(
        "its removal", LIMIT, () -> platform.offers("LinePricer", "addon-prices"), here -> !here);
    JsonNode impossible = replay(marked);
    assertEquals("IMPOSSIBLE", impossible.path("outcome").asText(), impossible::toString);
    assertTrue(
        impossible.path("missing").toString().contains("LinePricer:addon-prices@1.0.7"),
        impossible::toString);
    assertEquals("SAME", replay(plain).path("outcome").asText());
  }

  @Test
  void theLogIsReadOverHttpAndNamesNoCustomer() throws Exception {
    ObjectNode cart = Shop.cart(1, Shop.sku(2)).put("customer", "12001");
    String id = quote(cart).path("decisionId").asText();
    JsonNode entry = platform.get("/decisions/" + id);
    assertEquals("quote", entry.path("kind").asText());
    assertEquals(Shop.sku(2), entry.path("body").path("lines").get(0).get(0).asText());
    assertFalse(entry.toString().contains("12001"), entry::toString);
    JsonNode latest = platform.get("/decisions?kind=quote&limit=5");
    assertTrue(latest.size() >= 1 && latest.size() <= 5, latest::toString);
    HttpResponse<String> unknown =
        platform.send(
            "POST", "/decisions/D-none/replay", Platform.object(), platform.key("reader"));
    assertEquals(404, unknown.statusCode(), unknown::body);
    JsonNode publication = platform.get("/decisions?kind=publication&limit=1").get(0);
    JsonNode refused = replay(publication.path("id").asText());
    assertEquals("IMPOSSIBLE", refused.path("outcome").asText(), refused::toString);
    assertTrue(refused.path("missing").toString().contains("publication"), refused::toString);
  }

  @Test
  void theCommandLineSaysWhetherTheSameComesOut() throws Exception {
    String id = quote(Shop.cart(1, Shop.sku(3))).path("decisionId").asText();
    Process souk =
        new ProcessBuilder(
                Platform.HOME.resolve("bin/souk").toString(),
                "replay",
                id,
                "--data",
                platform.data().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(souk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, souk.waitFor(), said);
    assertTrue(said.contains("quote " + id + ": same"), said);
  }

  private static JsonNode quote(ObjectNode cart) throws Exception {
    HttpResponse<String> answer = platform.send("POST", "/quotes", cart, platform.key("till"));
    assertEquals(200, answer.statusCode(), answer::body);
    return Platform.JSON.readTree(answer.body());
  }

  private static JsonNode replay(String id) throws Exception {
    return platform.post("/decisions/" + id + "/replay", Platform.object());
  }

  private static String replayText(String id) {
    try {
      return replay(id).toPrettyString();
    } catch (Exception e) {
      return e.toString();
    }
  }
}
