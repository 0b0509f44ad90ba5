package souk.it.platform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.FeatureArchive;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.Tills;
import souk.it.harness.VersionedJar;

/** A stranger's feature arrives, is updated beside itself, is undone, and survives a kill. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeatureArchivesIT {
  private static final Path ADDON = Path.of(System.getProperty("souk.it.addon"));
  private static final String NAME = "stranger.prices";
  private static final String UPLOADS_ON = "-Dsouk.features.upload=true";

  @TempDir static Path folder;
  private static Platform platform;
  private static long plain;

  @BeforeAll
  static void openAShop() throws Exception {
    platform = OpenShop.start(folder, UPLOADS_ON);
    plain = price();
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  private static long price() throws Exception {
    HttpResponse<String> answer =
        platform.send("POST", "/quotes", Shop.cart(1, Shop.sku(3)), platform.key("till"));
    assertEquals(200, answer.statusCode(), answer.body());
    return Platform.JSON
        .readTree(answer.body())
        .path("lines")
        .get(0)
        .path("unitPrice")
        .path("amountMinor")
        .asLong();
  }

  /** Puts an archive with the strategy of a version where the platform finds it. */
  private static String bring(int version) throws Exception {
    Path jar = VersionedJar.of(ADDON, folder, version);
    String file = "prices-1.0." + version + ".sfa";
    FeatureArchive.of(NAME, "1.0." + version)
        .bundle("souk.it.addon", "1.0." + version, jar)
        .write(platform.data().resolve("features/incoming").resolve(file));
    return file;
  }

  private static ObjectNode change(String feature) {
    return Platform.object().put("feature", feature).put("reason", "a stranger comes");
  }

  private static String version() throws Exception {
    for (JsonNode one : platform.get("/features")) {
      if (NAME.equals(one.path("name").asText())
          && !one.path("state").asText().equals("AVAILABLE")) {
        return one.path("version").asText();
      }
    }
    return "absent";
  }

  @Test
  @Order(1)
  void aFeatureIsInstalledFromItsArchive() throws Exception {
    JsonNode plan =
        platform.post(
            "/features/plan", Platform.object().put("kind", "install").put("feature", bring(7)));
    assertTrue(plan.path("possible").asBoolean(), plan.toPrettyString());
    assertEquals("absent", version());
    platform.job("/features/install", change("prices-1.0.7.sfa"));
    assertEquals("1.0.7", version());
    platform.select("LinePricer", "addon-prices", "1.0.7");
    assertEquals(plain + 7, price());
  }

  @Test
  @Order(2)
  void anUpdateMovesTrafficWithoutALostQuote() throws Exception {
    try (Tills tills = Tills.open(platform, Shop.cart(1, Shop.sku(3)))) {
      tills.quoteAtLeast(10);
      JsonNode done = platform.job("/features/update", change(bring(9)));
      assertEquals(1, done.path("updatedBeside").size(), done.toPrettyString());
      tills.quoteAtLeast(10);
      assertEquals(List.of(), tills.failures());
    }
    assertEquals("1.0.9", version());
    assertEquals(plain + 9, price());
    assertEquals(
        1,
        platform.role("LinePricer").path("strategies").findValues("strategy").stream()
            .filter(s -> s.asText().equals("addon-prices"))
            .count());
  }

  @Test
  @Order(3)
  void anOlderVersionIsRefused() throws Exception {
    HttpResponse<String> answer =
        platform.send(
            "POST", "/features/update", change("prices-1.0.7.sfa"), platform.key("admin"));
    assertEquals(409, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("feature.downgrade"), answer.body());
  }

  @Test
  @Order(4)
  void theUpdateSurvivesARestart() throws Exception {
    platform.kill();
    platform = Platform.start(folder);
    assertEquals("1.0.9", version());
    assertEquals(plain + 9, price());
  }

  @Test
  @Order(5)
  void undoGoesBackToTheVersionBeforeWithoutALostQuote() throws Exception {
    try (Tills tills = Tills.open(platform, Shop.cart(1, Shop.sku(3)))) {
      tills.quoteAtLeast(10);
      platform.job("/features/undo", Platform.object().put("reason", "dearer than thought"));
      tills.quoteAtLeast(10);
      assertEquals(List.of(), tills.failures());
    }
    assertEquals("1.0.7", version());
    assertEquals(plain + 7, price());
  }

  @Test
  @Order(6)
  void whatDoesNotFitIsRefusedWithNames() throws Exception {
    Path jar = folder.resolve("needy.jar");
    Needy.write(jar, "not.there");
    FeatureArchive.of("stranger.needy", "1.0.0")
        .bundle("needy", "1.0.0", jar)
        .write(platform.data().resolve("features/incoming/needy.sfa"));
    HttpResponse<String> answer =
        platform.send("POST", "/features/install", change("needy.sfa"), platform.key("admin"));
    assertEquals(409, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("feature.closure"), answer.body());
    assertTrue(answer.body().contains("needy 1.0.0 needs the package"), answer.body());
    assertTrue(answer.body().contains("not.there"), answer.body());
    assertEquals(plain + 7, price());
  }

  @Test
  @Order(6)
  void uploadsAreCheckedLikeFiles() throws Exception {
    platform.close();
    platform = Platform.start(folder, UPLOADS_ON);
    Path good =
        FeatureArchive.of("stranger.uploaded", "1.0.0")
            .bundle("souk.it.addon", "1.0.40", VersionedJar.of(ADDON, folder, 40))
            .write(folder.resolve("good.sfa"));
    assertEquals(200, upload(Files.readAllBytes(good)).statusCode());
    byte[] slip =
        new String(Files.readAllBytes(good), ISO_8859_1)
            .replace("feature.json", "../evil.json")
            .getBytes(ISO_8859_1);
    HttpResponse<String> answer = upload(slip);
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("archive.bad-path"), answer.body());
    assertTrue(upload("no archive".getBytes(ISO_8859_1)).body().contains("archive.no-zip"));
    assertFalse(Files.exists(platform.data().resolve("features/evil.json")));
  }

  private static HttpResponse<String> upload(byte[] archive) throws Exception {
    return platform.send(
        "POST",
        "/features/archives",
        Platform.object().put("archive", Base64.getEncoder().encodeToString(archive)),
        platform.key("admin"));
  }

  @Test
  @Order(6)
  void foldersThroughWhichCodeComesBelongToTheOwnerAlone() throws Exception {
    for (Path way :
        List.of(folder.resolve("deploy"), platform.data().resolve("features/incoming"))) {
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(way)));
    }
  }

  /** Whenever the process dies, it comes back with the old version or the new one, and sells. */
  @Test
  @Order(7)
  void aKillInTheMidstLeavesTheOldOrTheNew() throws Exception {
    int olds = 0;
    int news = 0;
    double[] percents = {0, 20, 60, 90};
    for (int round = 0; round < percents.length; round++) {
      String before = version();
      int next = 20 + round;
      double percent = percents[round];
      String job = platform.post("/features/update", change(bring(next))).path("jobId").asText();
      Platform.await(
          "the change to come so far",
          Duration.ofSeconds(60),
          () -> platform.get("/jobs/" + job),
          j -> j.path("percent").asDouble() >= percent || j.path("state").asText().equals("DONE"));
      platform.kill();
      platform = Platform.start(folder);
      String after = version();
      if (after.equals(before)) {
        olds++;
      } else {
        assertEquals("1.0." + next, after);
        news++;
      }
      long wanted = plain + Long.parseLong(after.substring(4));
      Platform.await(
          "routing to follow the version that is here",
          Duration.ofSeconds(30),
          FeatureArchivesIT::price,
          price -> price == wanted);
      String log = Files.readString(platform.data().resolve("log/souk.log"));
      assertFalse(log.contains("do not run"), log);
    }
    System.out.println("RESULT features.kill old=" + olds + " new=" + news + " half=0");
  }
}
