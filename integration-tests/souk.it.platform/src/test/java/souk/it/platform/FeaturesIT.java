package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souk.it.harness.FeatureArchive;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.Tills;

/** Features leave and come back while the tills quote. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeaturesIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static Platform platform;

  @BeforeAll
  static void openAShop() throws Exception {
    platform = OpenShop.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  private static ObjectNode change(String feature) {
    return Platform.object().put("feature", feature).put("reason", "integration test");
  }

  private static JsonNode feature(String name) throws Exception {
    for (JsonNode one : platform.get("/features")) {
      if (name.equals(one.path("name").asText())) {
        return one;
      }
    }
    return Platform.JSON.missingNode();
  }

  @Test
  @Order(1)
  void everyFeatureOfTheDistributionIsActive() throws Exception {
    List<String> names = new ArrayList<>();
    for (JsonNode one : platform.get("/features")) {
      boolean apart = one.path("name").asText().equals("souk.feature.sequences");
      String wanted = apart ? "AVAILABLE" : "ACTIVE";
      assertEquals(wanted, one.path("state").asText(), one.toPrettyString());
      names.add(one.path("name").asText());
    }
    assertTrue(names.size() >= 12, names.toString());
  }

  @ParameterizedTest
  @Order(2)
  @ValueSource(strings = {"learn", "customer", "demand", "plan", "evidence", "trust", "data"})
  void aFeatureLeavesAndComesBackWithoutALostQuote(String room) throws Exception {
    String name = "souk.feature." + room;
    try (Tills tills = Tills.open(platform, Shop.cart(1, Shop.sku(3)))) {
      platform.job("/features/remove", change(name));
      assertEquals("AVAILABLE", feature(name).path("state").asText());
      tills.quoteAtLeast(20);
      platform.job("/features/install", change(name));
      assertEquals("ACTIVE", feature(name).path("state").asText());
      tills.quoteAtLeast(20);
      assertEquals(List.of(), tills.failures());
    }
  }

  @Test
  @Order(3)
  void withoutTheOfferRoomQuotesAreRefusedClearlyUntilItIsBack() throws Exception {
    platform.job("/features/remove", change("souk.feature.offer"));
    HttpResponse<String> answer =
        platform.send("POST", "/quotes", Shop.cart(1, Shop.sku(3)), platform.key("till"));
    assertEquals(503, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("room.absent"), answer.body());
    platform.job("/features/undo", Platform.object().put("reason", "tills wait"));
    Platform.await("a quote", LIMIT, FeaturesIT::quoteStatus, status -> status == 200);
  }

  private static int quoteStatus() throws Exception {
    return platform
        .send("POST", "/quotes", Shop.cart(1, Shop.sku(3)), platform.key("till"))
        .statusCode();
  }

  @Test
  @Order(4)
  void roomsThatCameBackWork() throws Exception {
    platform.job("/segments/runs", Platform.object());
    ObjectNode request =
        Platform.object().put("kind", "PRICE").put("items", 5).put("budgetMinor", 100_000);
    assertTrue(platform.job("/plans", request).path("planId").isTextual());
  }

  @ParameterizedTest
  @Order(5)
  @ValueSource(strings = {"runtime", "contracts", "kernel", "edge"})
  void whatThePlatformStandsOnIsNotRemoved(String room) throws Exception {
    HttpResponse<String> answer =
        platform.send(
            "POST", "/features/remove", change("souk.feature." + room), platform.key("admin"));
    assertEquals(409, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("feature.required"), answer.body());
    assertTrue(answer.body().contains("Maybe"), answer.body());
  }

  @ParameterizedTest
  @Order(6)
  @ValueSource(strings = {"reader", "till", "merchandiser", ""})
  void onlyAdminsChangeFeatures(String role) throws Exception {
    String key = role.isEmpty() ? "" : platform.key(role);
    for (String verb : List.of("plan", "install", "update", "remove", "undo", "archives")) {
      int status = platform.send("POST", "/features/" + verb, change("x"), key).statusCode();
      assertEquals(role.isEmpty() ? 401 : 403, status, verb + " as " + role);
    }
    assertEquals("ACTIVE", feature("souk.feature.learn").path("state").asText());
  }

  @Test
  @Order(7)
  void uploadsAreOffAndTheAnswerNamesTheSetting() throws Exception {
    HttpResponse<String> answer =
        platform.send(
            "POST",
            "/features/archives",
            Platform.object().put("archive", "UEsDBA=="),
            platform.key("admin"));
    assertEquals(403, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("souk.features.upload"), answer.body());
  }

  @Test
  @Order(8)
  void everyChangeIsInTheAudit() throws Exception {
    String text = platform.get("/audit?limit=100").toString();
    for (String kind : List.of("feature.remove", "feature.install", "feature.undo")) {
      assertTrue(text.contains("\"" + kind + "\""), kind);
    }
    assertTrue(text.contains("integration test"), text);
  }

  /** The tills' path is not wired to the contract of learning, so tills do not notice. */
  @Test
  @Order(8)
  void aNewContractRestartsItsRoomAndItsCallersOnly() throws Exception {
    String name = "org.souk:souk.feature.contracts";
    String present = feature("souk.feature.contracts").path("version").asText();
    FeatureArchive archive = FeatureArchive.ofId(name + ":" + NextVersion.of(present));
    Path feature = Platform.HOME.resolve("features/souk.feature.contracts.json");
    for (JsonNode bundle : Platform.JSON.readTree(feature.toFile()).path("bundles")) {
      String id = bundle.path("id").asText();
      if (id.contains(":souk.learn.api:")) {
        Path jar = NextVersion.jar(id, folder.resolve("next.jar"));
        archive.bundle("org.souk:souk.learn.api:" + NextVersion.of(present), jar);
      } else {
        archive.listed(id);
      }
    }
    archive.write(platform.data().resolve("features/incoming/contracts.sfa"));
    try (Tills tills = Tills.open(platform, Shop.cart(1, Shop.sku(3)))) {
      JsonNode done = platform.job("/features/update", change("contracts.sfa"));
      tills.quoteAtLeast(20);
      assertEquals(List.of(), tills.failures());
      List<String> restarted = new ArrayList<>();
      done.path("refreshed").forEach(one -> restarted.add(one.asText().split(" ", -1)[0]));
      assertTrue(restarted.contains("souk.learn.tribuo"), restarted.toString());
      for (String stays : List.of("souk.offer.engine", "souk.edge.rest", "souk.data.store")) {
        assertTrue(!restarted.contains(stays), restarted.toString());
      }
    }
    assertEquals("ACTIVE", feature("souk.feature.learn").path("state").asText());
    assertEquals("ACTIVE", feature("souk.feature.customer").path("state").asText());
    platform.job("/features/undo", Platform.object().put("reason", "as it was"));
    assertEquals(present, feature("souk.feature.contracts").path("version").asText());
  }

  @Test
  @Order(9)
  void changesSurviveARestartAndUndoToo() throws Exception {
    platform.job("/features/remove", change("souk.feature.learn"));
    platform.job("/features/remove", change("souk.feature.plan"));
    platform.kill();
    platform = Platform.start(folder);
    assertEquals("AVAILABLE", feature("souk.feature.learn").path("state").asText());
    assertEquals("AVAILABLE", feature("souk.feature.plan").path("state").asText());
    assertEquals(200, quoteStatus(), "no quote after a restart without planning");
    platform.job("/features/undo", Platform.object().put("reason", "back"));
    assertEquals("ACTIVE", feature("souk.feature.plan").path("state").asText());
    assertEquals("AVAILABLE", feature("souk.feature.learn").path("state").asText());
    platform.job("/features/undo", Platform.object().put("reason", "back"));
    assertEquals("ACTIVE", feature("souk.feature.learn").path("state").asText());
  }

  @Test
  @Order(10)
  void quotesAfterAStartWithoutAnyOptionalFeature() throws Exception {
    for (String room : List.of("evidence", "plan", "demand", "customer", "learn")) {
      platform.job("/features/remove", change("souk.feature." + room));
    }
    platform.stop();
    platform = Platform.start(folder);
    assertEquals(200, quoteStatus());
    String log = Files.readString(platform.data().resolve("log/souk.log"));
    assertTrue(!log.contains("do not run"), log);
    for (int change = 0; change < 5; change++) {
      platform.job("/features/undo", Platform.object().put("reason", "all back"));
    }
    assertEquals("ACTIVE", feature("souk.feature.evidence").path("state").asText());
    assertEquals("ACTIVE", feature("souk.feature.learn").path("state").asText());
    assertEquals(200, quoteStatus());
  }
}
