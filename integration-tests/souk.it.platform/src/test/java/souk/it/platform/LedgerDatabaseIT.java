package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Line;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** Two platforms count in one PostgreSQL; one of them is killed while tills pay. */
class LedgerDatabaseIT {
  private static final int ORDERS = 120;
  private static final int LIMIT = 40;
  private static final int KILLED_AFTER = 50;
  private static final String REFUSED = "refused";
  private static final String SKU = Shop.sku(3);
  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Platform first;
  private static Platform second;

  @BeforeAll
  static void start() throws Exception {
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    try (Platform shop = OpenShop.start(folder.resolve("a"))) {
      publish(shop);
      shop.stop();
    }
    // The second node has the offers and the key of the first.
    OpenShop.copy(folder.resolve("a/data"), folder.resolve("b/data"));
    first = node("a");
    second = node("b");
  }

  private static Platform node(String name) throws Exception {
    Path deploy = Files.createDirectories(folder.resolve(name).resolve("deploy"));
    Path driver =
        Path.of(
            org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    Files.copy(driver, deploy.resolve("postgresql.jar"));
    Files.writeString(
        deploy.resolve("souk.offer.coupons.config"),
        """
        store="postgres"
        url="jdbc:postgresql://localhost:%d/postgres"
        user="postgres"
        """
            .formatted(postgres.getPort()));
    Platform platform = Platform.start(folder.resolve(name));
    Platform.await(
        "the ledger in the database",
        Duration.ofSeconds(60),
        () -> platform.get("/ledger"),
        ledger ->
            ledger.path("store").asText().equals("postgres")
                && ledger.path("state").asText().equals("SERVING"));
    return platform;
  }

  @AfterAll
  static void stop() throws Exception {
    for (Platform platform : new Platform[] {first, second}) {
      if (platform != null) {
        platform.close();
      }
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  private static void publish(Platform shop) throws Exception {
    OfferCalls calls = new OfferCalls(shop);
    ObjectNode offer = OffersIT.offer("LIMITED", 10);
    offer.putObject("limits").put("total", LIMIT);
    ObjectNode draft = OffersIT.reason("a test").put("revision", 0).set("offer", offer);
    calls.ask(200, "merchandiser", "PUT", "/offers/drafts/{id}", draft, "LIMITED");
    ObjectNode change = OffersIT.reason("a test");
    change.putArray("drafts").add("LIMITED");
    String review =
        calls.ask(200, "merchandiser", "POST", "/offers/reviews", change).path("id").asText();
    calls.ask(
        200, "admin", "POST", "/offers/reviews/{id}/approve", OffersIT.reason("as agreed"), review);
    calls.ask(
        200, "merchandiser", "POST", "/offers/reviews/{id}/publish", OffersIT.reason("go"), review);
  }

  @Test
  void nothingIsCountedTwiceThoughOneIsKilled() throws Exception {
    Map<String, String> paid = new ConcurrentHashMap<>();
    ExecutorService tills = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < ORDERS; i++) {
        int order = i;
        all.add(tills.submit(() -> pay(order, paid)));
      }
      Platform.await(
          "some orders", Duration.ofSeconds(60), paid::size, count -> count >= KILLED_AFTER);
      first.kill();
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      tills.shutdownNow();
    }
    assertEquals(ORDERS, paid.size());
    assertEquals(ORDERS, new HashSet<>(paid.values()).size(), "an id for each order");
    Set<String> orders = new HashSet<>();
    int limited = 0;
    for (JsonNode one : second.get("/ledger/redemptions?limit=1000")) {
      assertTrue(orders.add(one.path("orderId").asText()), "twice: " + one);
      assertEquals(paid.get(one.path("orderId").asText()), one.path("id").asText());
      for (JsonNode part : one.path("parts")) {
        limited += part.path("offerId").asText().equals("LIMITED") ? 1 : 0;
      }
    }
    assertEquals(ORDERS, orders.size());
    assertEquals(LIMIT, limited, "exactly as often as the limit says");
    aStartOfTheKilledKnowsThemAll(paid);
  }

  private static void aStartOfTheKilledKnowsThemAll(Map<String, String> paid) throws Exception {
    first = Platform.start(folder.resolve("a"));
    JsonNode ledger =
        Platform.await(
            "the ledger of the killed node",
            Duration.ofSeconds(60),
            () -> first.get("/ledger"),
            now -> now.path("state").asText().equals("SERVING"));
    assertEquals("postgres", ledger.path("store").asText());
    Map<String, String> listed = new HashMap<>();
    for (JsonNode one : first.get("/ledger/redemptions?limit=1000")) {
      listed.put(one.path("orderId").asText(), one.path("id").asText());
    }
    assertEquals(paid, listed);
  }

  /** A till asks both, and asks again until it has an answer; each has the order's key. */
  private static void pay(int order, Map<String, String> paid) {
    String name = "order-" + order;
    ObjectNode body = Platform.object().put("orderId", name);
    body.set("cart", Shop.cart(1, SKU));
    String key = name;
    for (int attempt = 0; attempt < 200; attempt++) {
      String id = ask((order + attempt) % 2 == 0 ? first : second, body, key);
      if (id.equals(REFUSED)) {
        // The other node took the last use between quote and redemption; a new quote has none.
        key = name + "-" + attempt;
      } else if (!id.isEmpty()) {
        String before = paid.put(name, id);
        assertTrue(before == null || before.equals(id), name + ": " + before + " and " + id);
        if (before != null) {
          return;
        }
      }
    }
  }

  /** Id of the redemption; empty if nobody knows what became of it. */
  private static String ask(Platform platform, ObjectNode body, String key) {
    try (Line line = new Line(platform.url())) {
      Line.Answer answer =
          line.post(
              "/redemptions",
              body.toString().getBytes(StandardCharsets.UTF_8),
              platform.key("till"),
              key);
      if (answer.status() == 409) {
        return REFUSED;
      }
      return answer.status() == 200
          ? Platform.JSON.readTree(answer.text()).at("/redemption/id").asText()
          : "";
    } catch (IOException gone) {
      return "";
    }
  }
}
