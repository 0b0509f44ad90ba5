package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.VersionedJar;

/** Bundles that never come to run, dropped over one that serves. */
class DropFolderIT {
  private static final Path ADDON = Path.of(System.getProperty("souk.it.addon"));
  private static final Path BAD = Path.of(System.getProperty("souk.it.badbundles"));
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final String FILE = "addon.jar";

  @TempDir Path folder;
  private Platform platform;
  private long plain;

  @BeforeEach
  void startAndPublish() throws Exception {
    platform = OpenShop.start(folder);
    plain = unitPrice();
    platform.drop(VersionedJar.of(ADDON, folder, 1), FILE);
    Platform.await(
        "the strategy", LIMIT, () -> platform.offers("LinePricer", "addon-prices"), here -> here);
    platform.select("LinePricer", "addon-prices", "1.0.1");
    assertEquals(plain + 1, unitPrice());
  }

  @AfterEach
  void stop() throws Exception {
    platform.kill();
  }

  @Test
  void whatDoesNotResolveThrowsOrHangsLeavesTheOldVersionServing() throws Exception {
    String imports = "souk.offer.spi;version=\"[9,10)\",souk.offer.api,souk.model";
    platform.drop(VersionedJar.of(ADDON, folder, 2, 2, Map.of("Import-Package", imports)), FILE);
    JsonNode wrongVersion = until(FILE, "WAITING");
    assertTrue(
        wrongVersion.path("reason").asText().contains("souk.offer.spi"), wrongVersion::toString);
    assertEquals("1.0.1", wrongVersion.path("kept").asText());
    assertEquals(plain + 1, unitPrice());

    platform.drop(
        VersionedJar.of(ADDON, folder, 3, 3, Map.of("Import-Package", "com.example.nowhere")),
        FILE);
    Platform.await("the reason", LIMIT, () -> one(FILE).toString(), t -> t.contains("nowhere"));
    assertEquals(plain + 1, unitPrice());

    platform.drop(
        VersionedJar.of(
            BAD, folder, 4, 4, Map.of("Bundle-Activator", "souk.it.badbundles.HangingActivator")),
        FILE);
    JsonNode hanging = until(FILE, "HANGING");
    assertTrue(hanging.path("reason").asText().contains("did not come back"), hanging::toString);
    assertEquals("1.0.1", hanging.path("kept").asText());
    assertEquals(plain + 1, unitPrice());

    // Others are served meanwhile, and the next good version of the same file takes over.
    platform.drop(BAD, "bad.jar");
    Platform.await(
        "another bundle", LIMIT, () -> platform.offers("LinePricer", "bad-throws"), b -> b);
    platform.drop(VersionedJar.of(ADDON, folder, 5), FILE);
    Platform.await(
        "the next version",
        LIMIT,
        () -> platform.get("/strategies/LinePricer").toString(),
        roles -> roles.contains("1.0.5"));
    platform.select("LinePricer", "addon-prices", "1.0.5");
    assertEquals(plain + 5, unitPrice());
    // With a bundle that hangs, an orderly stop waits for it up to its limit.
    platform.kill();
    platform = Platform.start(folder);
    Platform.await("the strategy", LIMIT, this::unitPrice, price -> price == plain + 5);
  }

  private JsonNode until(String file, String state) throws Exception {
    return Platform.await(
        state, LIMIT, () -> one(file), one -> state.equals(one.path("state").asText()));
  }

  private JsonNode one(String file) throws Exception {
    for (JsonNode one : platform.get("/drop-folder")) {
      if (file.equals(one.path("file").asText())) {
        return one;
      }
    }
    return Platform.JSON.missingNode();
  }

  private long unitPrice() throws Exception {
    HttpResponse<String> answer =
        platform.send("POST", "/quotes", Shop.cart(2, Shop.sku(1)), platform.key("till"));
    assertEquals(200, answer.statusCode(), answer::body);
    return Platform.JSON
        .readTree(answer.body())
        .path("lines")
        .get(0)
        .path("unitPrice")
        .path("amountMinor")
        .asLong();
  }
}
