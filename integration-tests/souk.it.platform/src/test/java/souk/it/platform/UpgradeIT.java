package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souk.it.harness.Platform;
import souk.it.harness.RestoredState;

/** The state that 0.1.0 left: taken over whole, and refused by name when it is damaged or newer. */
class UpgradeIT {
  private static final int BROKEN_STATE = 6;
  private static final Path STATES = Platform.HOME.resolve("../../../../integration-tests/state");

  @TempDir Path folder;

  private Path data;
  private JsonNode expected;

  @BeforeEach
  void unpack() throws Exception {
    Path archive = STATES.resolve("0.1.0.tar.gz").toRealPath();
    Process tar =
        new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString()).start();
    assertEquals(0, tar.waitFor());
    data = folder.resolve("data");
    expected = Platform.JSON.readTree(folder.resolve("expected.json").toFile());
  }

  @Test
  void theSamePricesPlansEffectsAndSelectionsAfterTheUpgrade() throws Exception {
    long recordsBefore = RestoredState.read(data).records();
    try (Platform platform = Platform.start(folder)) {
      compare(platform);
      String key = platform.key("admin");
      assertEquals(Files.readString(data.resolve("secrets/admin.key")).strip(), key);
      JsonNode quote =
          platform.post("/quotes", ((ObjectNode) expected.path("carts").get(0)).without("at"));
      assertEquals("S-3", quote.path("snapshot").asText());
      assertEquals(0, platform.stop() & ~143);
    }
    // Once more, on what the new version wrote; the log's chain is verified from its first entry.
    assertTrue(RestoredState.read(data).records() > recordsBefore);
    try (Platform platform = Platform.start(folder)) {
      compare(platform);
    }
  }

  /** What is new in this version works on what the old one left, and can be undone down to it. */
  @Test
  void offersArePublishedKilledAndUndoneOnTheOldState() throws Exception {
    String sku = expected.path("carts").get(0).path("lines").get(0).path("sku").asText();
    String publication;
    try (Platform platform = Platform.start(folder)) {
      publication = desk(platform, sku);
      assertEquals(0, platform.stop() & ~143);
    }
    try (Platform platform = Platform.start(folder)) {
      assertEquals("KILLED", platform.get("/offers/DESK-1").path("state").asText());
      ObjectNode why = Platform.object().put("reason", "back to the old state");
      platform.post("/publications/" + publication + "/undo", why);
      JsonNode quote =
          platform.post("/quotes", ((ObjectNode) expected.path("carts").get(0)).without("at"));
      assertEquals("S-3", quote.path("snapshot").asText());
    }
  }

  private static String desk(Platform platform, String sku) throws Exception {
    ObjectNode why = Platform.object().put("reason", "first offer of the new version");
    ObjectNode draft = why.deepCopy();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    ObjectNode offer = draft.putObject("offer").put("id", "DESK-1").put("name", "One percent off");
    offer
        .putObject("window")
        .put("from", now.minusSeconds(3_600).toString())
        .put("until", now.plusSeconds(86_400).toString());
    offer
        .putObject("effect")
        .put("kind", "percentage")
        .putObject("parameters")
        .put("percent", 1)
        .putArray("skus")
        .add(sku);
    assertEquals(
        200,
        platform
            .send("PUT", "/offers/drafts/DESK-1", draft, platform.key("merchandiser"))
            .statusCode());
    ObjectNode change = why.deepCopy();
    change.putArray("drafts").add("DESK-1");
    String review = platform.post("/offers/reviews", change).path("id").asText();
    String approval = "/offers/reviews/" + review + "/approve";
    assertTrue(platform.post(approval, why).path("state").asText().equals("APPROVED"));
    JsonNode published = platform.post("/offers/reviews/" + review + "/publish", why);
    assertEquals("LIVE", platform.get("/offers/DESK-1").path("state").asText());
    platform.post("/offers/DESK-1/kill", why);
    return published.path("id").asText();
  }

  private void compare(Platform platform) throws Exception {
    assertEquals(expected.path("quality"), platform.get("/quality"));
    assertEquals(
        texts(expected.path("loads"), "fingerprint"), texts(platform.get("/loads"), "fingerprint"));
    for (JsonNode plan : expected.path("plans")) {
      assertHolds(plan, platform.get("/plans/" + plan.path("id").asText()), "plan");
    }
    for (JsonNode experiment : expected.path("experiments")) {
      String id = experiment.path("id").asText();
      assertHolds(experiment, platform.get("/experiments/" + id), "experiment");
    }
    assertHolds(expected.path("publications"), platform.get("/publications"), "publications");
    assertHolds(expected.path("offers"), platform.get("/offers"), "offers");
    assertHolds(expected.path("segments"), platform.get("/segments"), "segments");
    assertEquals("theta", selected(platform.role("Forecaster")));
    for (int i = 0; i < expected.path("carts").size(); i++) {
      JsonNode then = expected.path("quotes").get(i);
      JsonNode now = platform.post("/quotes", expected.path("carts").get(i));
      for (String member : List.of("snapshot", "lines", "gross", "discount", "net", "applied")) {
        assertHolds(then.path(member), now.path(member), member);
      }
    }
    String log = Files.readString(data.resolve("log/souk.log"));
    assertFalse(log.contains("do not run"), log);
  }

  private static String selected(JsonNode role) {
    JsonNode primary = role.path("selected");
    return primary.isTextual()
        ? primary.asText().replaceAll("@.*", "")
        : primary.path("strategy").asText();
  }

  private static List<String> texts(JsonNode list, String member) {
    return list.findValuesAsText(member);
  }

  /** Everything that was answered then is answered now; members may have been added. */
  private static void assertHolds(JsonNode then, JsonNode now, String where) {
    if (then.isObject()) {
      then.fieldNames()
          .forEachRemaining(
              name -> assertHolds(then.path(name), now.path(name), where + "." + name));
    } else if (then instanceof ArrayNode) {
      assertEquals(then.size(), now.size(), where);
      for (int i = 0; i < then.size(); i++) {
        if (then.get(i).isTextual()) {
          // The articles of an offer are a set: their order differs from start to start.
          assertTrue(now.toString().contains(then.get(i).toString()), where);
        } else {
          assertHolds(then.get(i), now.get(i), where + "[" + i + "]");
        }
      }
    } else {
      assertEquals(then, now, where);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"journal/journal.sqlite", "warehouse/warehouse.duckdb"})
  void aDamagedStoreIsNamedAndNothingServes(String store) throws Exception {
    Path file = data.resolve(store);
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 4096; at < bytes.length; at += 97) {
      bytes[at] ^= 0x55;
    }
    Files.write(file, bytes);
    String said = refused();
    assertTrue(said.contains(file.toString()), said);
    assertTrue(said.contains("restore"), said);
    assertTrue(java.util.Arrays.equals(bytes, Files.readAllBytes(file)), "the file was changed");
  }

  @Test
  void aStateOfANewerVersionIsRefused() throws Exception {
    Files.writeString(data.resolve("state.properties"), "form=99\nversion=9.9.9\n");
    String said = refused();
    assertTrue(said.contains("written by Souk 9.9.9"), said);
  }

  private String refused() throws Exception {
    File out = folder.resolve("refused.log").toFile();
    Process process = Platform.launch(data, folder.resolve("deploy"), "0", out);
    assertTrue(process.waitFor(90, TimeUnit.SECONDS), "still runs");
    String said = Files.readString(out.toPath());
    assertEquals(BROKEN_STATE, process.exitValue(), said);
    assertFalse(Files.exists(data.resolve("running.properties")), "it announced itself");
    return said;
  }
}
