package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  @TempDir Path folder;

  private final Map<String, byte[]> content = new LinkedHashMap<>();

  RestoreTest() {
    byte[] noise = new byte[50_000];
    new Random(5).nextBytes(noise);
    content.put("data/journal/journal.sqlite", noise);
    content.put("data/config/a/b.config", "x=1\n".getBytes(StandardCharsets.UTF_8));
    content.put("deploy/addon.jar", "jar".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyFileComesBackByteForByteAndForItsOwnerOnly() throws Exception {
    Path data = folder.resolve("new/data");
    Path deploy = folder.resolve("new/deploy");
    restore(archive("whole.zip", content, Map.of()), data, deploy);
    for (Map.Entry<String, byte[]> file : content.entrySet()) {
      assertTrue(
          Arrays.equals(
              file.getValue(), Files.readAllBytes(folder.resolve("new").resolve(file.getKey()))));
    }
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(data.resolve("journal/journal.sqlite"))));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
  }

  @Test
  void whatWasThereIsKeptWithItsKeysAndUndoBringsItBack() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path deploy = Files.createDirectories(folder.resolve("deploy"));
    Files.writeString(data.resolve("old"), "old");
    Files.writeString(Files.createDirectories(data.resolve("secrets")).resolve("till.key"), "key");
    Files.writeString(deploy.resolve("old.jar"), "old");
    Map<String, String> before = tree(folder);

    restore(archive("whole.zip", content, Map.of()), data, deploy);
    assertFalse(Files.exists(data.resolve("old")));
    assertFalse(Files.exists(deploy.resolve("old.jar")));
    assertEquals("key", Files.readString(data.resolve("secrets/till.key")));

    new StateSwap(data, deploy, NOW.plusSeconds(1)).undo();
    Map<String, String> after = tree(folder);
    before.forEach((name, text) -> assertEquals(text, after.get(name), name));
    assertEquals(
        "jar", Files.readString(folder.resolve("deploy.before-20260304T050608.000/addon.jar")));
  }

  @Test
  void withoutARestoreThereIsNothingToUndo() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    CliFailure refused =
        assertThrows(
            CliFailure.class, () -> new StateSwap(data, folder.resolve("deploy"), NOW).undo());
    assertTrue(refused.getMessage().contains("nothing to undo"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside",
        "data/../../outside",
        "/etc/outside",
        "data/secrets/admin.key",
        "data/lock",
        "data\\outside",
        "data/./x",
        "data//x",
        "elsewhere/x"
      })
  void namesThatLeaveTheFoldersAreRefused(String name) throws Exception {
    Map<String, byte[]> evil = new LinkedHashMap<>(content);
    evil.put(name, new byte[] {1});
    Path file = archive("evil.zip", evil, Map.of());
    CliFailure refused = assertThrows(CliFailure.class, () -> BackupFile.open(file));
    assertTrue(refused.getMessage().contains("Nothing was restored"), refused.getMessage());
  }

  @Test
  void aFileBesideTheManifestIsRefused() throws Exception {
    Path file = archive("more.zip", content, Map.of("data/extra", new byte[] {1}));
    assertThrows(CliFailure.class, () -> BackupFile.open(file));
  }

  @Test
  void aNewerFormIsRefusedByName() throws Exception {
    Path file = archive("newer.zip", content, Map.of(), 2);
    CliFailure refused = assertThrows(CliFailure.class, () -> BackupFile.open(file));
    assertTrue(refused.getMessage().contains("has form 2"), refused.getMessage());
  }

  /**
   * Bits flipped, bytes cut off and blocks zeroed anywhere: the archive is refused, or it still
   * holds exactly the same files, because the damage hit a time stamp or the like.
   */
  @Test
  void damageAnywhereIsRefusedOrHarmless() throws Exception {
    byte[] whole = Files.readAllBytes(archive("whole.zip", content, Map.of()));
    Random random = new Random(20260304);
    int refused = 0;
    int count = Integer.getInteger("souk.corrupt.archives", 300);
    for (int i = 0; i < count; i++) {
      Path file = Files.write(folder.resolve("damaged.zip"), Damage.of(whole, random));
      try (BackupFile archive = BackupFile.open(file)) {
        Path target = Files.createDirectory(folder.resolve("unpacked-" + i));
        archive.unpack(target, ProgressBar.onErrorStream("Restoring"));
        for (Map.Entry<String, byte[]> one : content.entrySet()) {
          assertTrue(
              Arrays.equals(one.getValue(), Files.readAllBytes(target.resolve(one.getKey()))),
              "wrong load of damaged archive " + i);
        }
      } catch (CliFailure expected) {
        refused++;
      }
    }
    assertTrue(refused > count * 9 / 10, refused + " of " + count + " refused");
  }

  private void restore(Path file, Path data, Path deploy) throws IOException {
    StateSwap swap = new StateSwap(data, deploy, NOW);
    Path staging = swap.staging();
    Files.createDirectories(staging);
    try (BackupFile archive = BackupFile.open(file)) {
      archive.unpack(staging, ProgressBar.onErrorStream("Restoring"));
    }
    swap.install(staging, file.toString());
    Session.delete(staging);
  }

  private Path archive(String name, Map<String, byte[]> listed, Map<String, byte[]> more)
      throws Exception {
    return archive(name, listed, more, 1);
  }

  private Path archive(String name, Map<String, byte[]> listed, Map<String, byte[]> more, int form)
      throws Exception {
    ObjectNode manifest = Api.object().put("format", "souk-backup").put("formatVersion", form);
    ArrayNode files = manifest.putArray("files");
    List<Map.Entry<String, byte[]>> entries = new ArrayList<>(listed.entrySet());
    for (Map.Entry<String, byte[]> file : entries) {
      files
          .addObject()
          .put("path", file.getKey())
          .put("bytes", file.getValue().length)
          .put("sha256", sha256(file.getValue()));
    }
    entries.addAll(more.entrySet());
    byte[] text = manifest.toString().getBytes(StandardCharsets.UTF_8);
    entries.add(Map.entry("manifest.json", text));
    entries.add(
        Map.entry("manifest.json.sha256", sha256(text).getBytes(StandardCharsets.US_ASCII)));
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static Map<String, String> tree(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
