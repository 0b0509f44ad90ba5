package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.BackupDrill;
import souk.it.harness.History;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.Writers;

/** R25 in short: backups under writers are prefixes of what was acknowledged, and they start. */
class BackupIT {
  private static final int BACKUPS = 3;

  @TempDir Path folder;

  @Test
  void backupsUnderWritersAreRestoredAsPrefixesOfWhatWasAcknowledged() throws Exception {
    History history = new History();
    BackupDrill drill = new BackupDrill(folder.resolve("backups"), history);
    JsonNode quoted;
    ObjectNode cart = Shop.cart(2, Shop.sku(1), Shop.sku(2));
    Path secrets;
    try (Platform platform = Platform.start(folder)) {
      secrets = platform.data().resolve("secrets/admin.key");
      Shop.open(platform, folder);
      try (Writers writers = new Writers(platform, folder.resolve("loads"), history)) {
        for (int i = 0; i < BACKUPS; i++) {
          Thread.sleep(700);
          drill.take(platform);
        }
        assertEquals(0, writers.failures());
      }
      drill.take(platform);
      quoted = platform.post("/quotes", cart);
      HttpResponse<String> till =
          platform.send("POST", "/backups", Platform.object(), platform.key("till"));
      assertEquals(403, till.statusCode(), till.body());
      HttpResponse<String> again =
          platform.send(
              "POST",
              "/backups",
              Platform.object().put("file", drill.taken().get(0).file().toString()),
              platform.key("merchandiser"));
      assertEquals(403, again.statusCode(), again.body());
      JsonNode exists =
          platform.finished(
              "/backups", Platform.object().put("file", drill.taken().get(0).file().toString()));
      assertTrue(exists.toString().contains("it exists already"), exists.toString());
    }
    String key = Files.readString(secrets).strip();
    assertTrue(history.changes().size() > 20, history.changes().toString());
    for (BackupDrill.Taken one : drill.taken()) {
      Path data = drill.restore(one);
      assertEquals("", drill.complaint(one, data), one.toString());
      assertFalse(Files.exists(data.resolve("secrets")), "secrets left the house");
      String bytes =
          new String(Files.readAllBytes(one.file()), java.nio.charset.StandardCharsets.ISO_8859_1);
      assertFalse(bytes.contains(key));
    }
    Path last = folder.resolve("backups/backup-00" + (BACKUPS + 1) + ".zip-restored/data");
    try (Platform elsewhere = Platform.start(folder.resolve("elsewhere"), last, "")) {
      JsonNode same = elsewhere.post("/quotes", cart);
      assertEquals(quoted.path("net"), same.path("net"));
      assertEquals(quoted.path("snapshot"), same.path("snapshot"));
      String log = Files.readString(elsewhere.data().resolve("log/souk.log"));
      assertFalse(log.contains("do not run"), log);
    }
  }
}
