package souk.kernel.features.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souk.kernel.api.FeatureException;
import souk.kernel.features.archive.Zips.Raw;
import souk.kernel.features.files.FeatureReader;

/** Archives that must not get in, and the good one among them. Nothing of a refused one is kept. */
class HostileArchivesTest {
  private static final String NAME = "stranger.feature";
  private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path keyFolder;
  private static Keys ours;
  private static Keys theirs;

  @TempDir private Path folder;
  private int expectedKept;

  @BeforeAll
  static void makeKeys() throws Exception {
    ours = Keys.make(keyFolder, "ours");
    theirs = Keys.make(keyFolder, "theirs");
  }

  private ArchiveStore store(String trusted) {
    return new ArchiveStore(
        folder.resolve("store"), Limits.usual(), new Signers(trusted), new FeatureReader());
  }

  private Path zip(Map<String, byte[]> entries) {
    return Zips.write(folder.resolve("archive.zip"), entries);
  }

  private void refused(String code, Path archive) {
    refused(code, archive, "");
  }

  private void refused(String code, Path archive, String trusted) {
    FeatureException refusal =
        assertThrows(FeatureException.class, () -> store(trusted).accept(archive, "archive.zip"));
    assertEquals(code, refusal.code(), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("archive.zip"), refusal.getMessage());
  }

  @AfterEach
  void nothingOfARefusedArchiveIsKept() throws IOException {
    Path store = folder.resolve("store");
    if (Files.exists(store)) {
      try (Stream<Path> files = Files.list(store)) {
        assertEquals(expectedKept, files.count());
      }
    }
    assertFalse(Files.exists(folder.resolve("evil.txt")));
    assertFalse(Files.exists(folder.getParent().resolve("evil.txt")));
  }

  @Test
  void aGoodArchiveIsKeptUnderItsContent() throws IOException {
    String key = store("").accept(zip(Zips.good(NAME, "1.0.0")), "archive.zip");
    Path kept = folder.resolve("store").resolve(key);
    assertTrue(Files.exists(kept.resolve("feature.json")));
    assertTrue(Files.exists(kept.resolve(Zips.jar("some.bundle", "1.0.0"))));
    assertEquals(key, store("").accept(zip(Zips.good(NAME, "1.0.0")), "archive.zip"));
    expectedKept = 1;
  }

  @Test
  void aSignedArchiveOfATrustedSignerIsKept() throws IOException {
    Path signed = ours.sign(zip(Zips.good(NAME, "1.0.0")), folder.resolve("signed.zip"));
    store(ours.fingerprint()).accept(signed, "archive.zip");
    String shown =
        ours.fingerprint().toUpperCase(java.util.Locale.ROOT).replaceAll("..(?!$)", "$0:");
    store("  " + shown + ", " + theirs.fingerprint()).accept(signed, "archive.zip");
    expectedKept = 1;
  }

  @Test
  void unsigned() {
    refused("archive.unsigned", zip(Zips.good(NAME, "1.0.0")), ours.fingerprint());
  }

  @Test
  void anEntryAddedAfterSigning() throws IOException {
    Path signed = ours.sign(zip(Zips.good(NAME, "1.0.0")), folder.resolve("signed.zip"));
    Map<String, byte[]> entries = entries(signed);
    entries.put(Zips.jar("evil", "1.0.0"), Zips.bundle("evil", "1.0.0"));
    refused("archive.unsigned", zip(entries), ours.fingerprint());
  }

  @Test
  void wrongSigner() throws IOException {
    Path signed = theirs.sign(zip(Zips.good(NAME, "1.0.0")), folder.resolve("signed.zip"));
    refused("archive.wrong-signer", signed, ours.fingerprint());
  }

  @Test
  void theirSignatureUnderOurContent() throws IOException {
    Map<String, byte[]> good = entries(ours.sign(zip(Zips.good(NAME, "1")), folder.resolve("a")));
    Map<String, byte[]> bad = entries(theirs.sign(zip(Zips.good(NAME, "1")), folder.resolve("b")));
    good.put("META-INF/SOUK.EC", bad.get("META-INF/SOUK.EC"));
    FeatureException refusal =
        assertThrows(
            FeatureException.class,
            () -> store(ours.fingerprint()).accept(zip(good), "archive.zip"));
    assertTrue(
        List.of("archive.tampered", "archive.unsigned", "archive.wrong-signer")
            .contains(refusal.code()),
        refusal.getMessage());
  }

  /** Every entry in turn gets one other byte, at 20 places each. */
  @Test
  void tamperedAfterSigning() throws IOException {
    Path signed = ours.sign(zip(Zips.good(NAME, "1.0.0")), folder.resolve("signed.zip"));
    Random random = new Random(7);
    int tried = 0;
    for (String name : List.of("feature.json", Zips.jar("some.bundle", "1.0.0"))) {
      for (int place = 0; place < 20; place++) {
        Map<String, byte[]> entries = entries(signed);
        byte[] content = entries.get(name).clone();
        content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        entries.put(name, content);
        refused("archive.tampered", zip(entries), ours.fingerprint());
        tried++;
      }
    }
    assertEquals(40, tried);
  }

  /** The manifest's digests are covered by the signature as well. */
  @Test
  void tamperedWithAMatchingManifest() throws IOException {
    Path signed = ours.sign(zip(Zips.good(NAME, "1.0.0")), folder.resolve("signed.zip"));
    Path other = theirs.sign(zip(Zips.good(NAME, "9.9.9")), folder.resolve("other.zip"));
    Map<String, byte[]> entries = entries(signed);
    entries(other)
        .forEach(
            (name, content) -> {
              if (!name.endsWith(".SF") && !name.endsWith(".EC")) {
                entries.put(name, content);
              }
            });
    entries.remove(Zips.jar("some.bundle", "1.0.0"));
    refused("archive.tampered", zip(entries), ours.fingerprint());
  }

  private static Map<String, byte[]> entries(Path zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile in = new ZipFile(zip.toFile())) {
      for (var entry : in.stream().toList()) {
        entries.put(entry.getName(), in.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.txt",
        "../../evil.txt",
        "repository/../../evil.txt",
        "repository/a/../../../evil.txt",
        "/evil.txt",
        "//evil.txt",
        "C:/evil.txt",
        "C:\\evil.txt",
        "..\\evil.txt",
        "repository\\..\\..\\evil.txt",
        "repository/./evil.txt",
        "repository//evil.txt",
        "repository/..",
        "..",
        "evil\u0000.txt",
        "evil\n.txt",
        "file:evil.txt"
      })
  void pathsThatLeadOut(String name) throws IOException {
    Map<String, byte[]> entries = Zips.good(NAME, "1.0.0");
    entries.put(name, TEXT);
    refused("archive.bad-path", zip(entries));
    List<Raw> raw = List.of(Raw.of("feature.json", TEXT), Raw.of(name, TEXT));
    refused("archive.bad-path", Zips.raw(folder.resolve("archive.zip"), raw, raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.txt",
        "evil.class",
        "feature.json.bak",
        "META-INF/evil.class",
        "META-INF/services/a",
        "repository/evil.class",
        "repository/evil.jar/x",
        "deploy/evil.jar"
      })
  void entriesThatHaveNoPlaceInAnArchive(String name) {
    Map<String, byte[]> entries = Zips.good(NAME, "1.0.0");
    entries.put(name, TEXT);
    refused("archive.unknown-entry", zip(entries));
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(longs = {1L << 21, 10L << 30})
  void smallFilesThatUnpackToMuch(long bytes) throws IOException {
    byte[] deflated = Zips.zeros(bytes);
    for (long claimed : new long[] {bytes & 0xffff_ffffL, 10}) {
      List<Raw> raw =
          List.of(
              Raw.of("feature.json", TEXT),
              new Raw(Zips.jar("some.bundle", "1.0.0"), deflated, claimed, TEXT));
      Path archive = Zips.raw(folder.resolve("archive.zip"), raw, raw);
      FeatureException refusal =
          assertThrows(FeatureException.class, () -> store("").accept(archive, "archive.zip"));
      assertTrue(
          List.of("archive.bomb", "archive.no-zip").contains(refusal.code()), refusal.getMessage());
    }
  }

  @Test
  void aBombInsideABundle() {
    byte[] bundle =
        Zips.bundle("some.bundle", "1.0.0", Map.of(), Map.of("zeros", new byte[64 << 20]));
    refused("archive.bomb", zip(Zips.good(NAME, "1.0.0", bundle)));
  }

  @Test
  void anEntryTwice() throws IOException {
    Raw feature = Raw.of("feature.json", Zips.feature(NAME, "1", "some.bundle", "1"));
    Raw again = Raw.of("feature.json", Zips.feature(NAME, "2", "some.bundle", "2"));
    List<Raw> raw = List.of(feature, again);
    refused("archive.duplicate", Zips.raw(folder.resolve("archive.zip"), raw, raw));
    List<Raw> cases = List.of(feature, Raw.of("FEATURE.json", TEXT));
    refused("archive.duplicate", Zips.raw(folder.resolve("archive.zip"), cases, cases));
  }

  @Test
  void anEntryThatTheListDoesNotName() throws IOException {
    Raw feature = Raw.of("feature.json", Zips.feature(NAME, "1", "some.bundle", "1"));
    Raw hidden = Raw.of("repository/evil.jar", TEXT);
    refused(
        "archive.hidden",
        Zips.raw(folder.resolve("archive.zip"), List.of(feature, hidden), List.of(feature)));
    Raw other = Raw.of("feature.json", TEXT);
    refused(
        "archive.hidden",
        Zips.raw(folder.resolve("archive.zip"), List.of(other, feature), List.of(feature)));
  }

  @Test
  void bytesBeforeTheFirstEntry() throws IOException {
    byte[] zip = Files.readAllBytes(zip(Zips.good(NAME, "1.0.0")));
    byte[] prefixed = new byte[zip.length + 100];
    System.arraycopy(zip, 0, prefixed, 100, zip.length);
    refused("archive.hidden", Files.write(folder.resolve("archive.zip"), prefixed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lib/inner.jar", "lib/inner.zip", "inner.war", "data.bin"})
  void anArchiveInsideABundle(String name) {
    byte[] inner = Zips.bundle("inner", "1.0.0");
    byte[] bundle = Zips.bundle("some.bundle", "1.0.0", Map.of(), Map.of(name, inner));
    refused("archive.nested", zip(Zips.good(NAME, "1.0.0", bundle)));
  }

  @Test
  void aHundredThousandEntries() throws IOException {
    byte[] many = Zips.empties(100_000);
    refused("archive.too-many-entries", Files.write(folder.resolve("archive.zip"), many));
    refused("archive.too-many-entries", zip(Zips.good(NAME, "1.0.0", many)));
  }

  @Test
  void bundlesThatTheFeatureDoesNotList() {
    Map<String, byte[]> entries = Zips.good(NAME, "1.0.0");
    entries.put(Zips.jar("evil", "1.0.0"), Zips.bundle("evil", "1.0.0"));
    refused("archive.unlisted-bundle", zip(entries));
  }

  @Test
  void whatIsNoFeature() {
    refused("archive.no-feature", zip(Map.of("META-INF/MANIFEST.MF", TEXT)));
    Map<String, byte[]> entries = Zips.good(NAME, "1.0.0", TEXT);
    refused("archive.no-zip", zip(entries));
    refused("feature.bad-file", zip(Map.of("feature.json", TEXT)));
    refused(
        "feature.bad-file",
        zip(Map.of("feature.json", "{\"id\":\"a:b:1\",\"id\":\"a:b:2\"}".getBytes())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..:..:1", "a:../../b:1", "a/b:c:1", "a:b:../1", "a:b", "", "a:b:c:d:e:f", "a::1"})
  void idsThatLeadOut(String id) {
    FeatureException refusal =
        assertThrows(
            FeatureException.class,
            () ->
                store("")
                    .accept(
                        zip(Map.of("feature.json", ("{\"id\":\"" + id + "\"}").getBytes())),
                        "archive.zip"));
    assertEquals("feature.bad-id", refusal.code());
  }

  @Test
  void aFrameworkExtension() {
    byte[] bundle =
        Zips.bundle(
            "some.bundle",
            "1.0.0",
            Map.of("Fragment-Host", "system.bundle; extension:=framework"),
            Map.of());
    refused("bundle.extension", zip(Zips.good(NAME, "1.0.0", bundle)));
  }

  /** Every good archive cut at every place, and with every byte of its list changed. */
  @Test
  void torn() throws IOException {
    byte[] zip = Files.readAllBytes(zip(Zips.good(NAME, "1.0.0")));
    List<Integer> accepted = new ArrayList<>();
    for (int length = 0; length < zip.length; length++) {
      Path cut = Files.write(folder.resolve("archive.zip"), java.util.Arrays.copyOf(zip, length));
      try {
        store("").accept(cut, "archive.zip");
        accepted.add(length);
      } catch (FeatureException refused) {
        assertTrue(refused.code().startsWith("archive."), refused.getMessage());
      }
    }
    assertEquals(List.of(), accepted);
  }
}
