package souk.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureFilesTest {
  @TempDir private Path home;

  @BeforeEach
  void layOut() throws IOException {
    Files.createDirectories(home.resolve("conf"));
    Files.createDirectories(home.resolve("features"));
    jar("org.one", "a", "1.0");
    jar("org.one", "b", "2.0-SNAPSHOT");
    Files.writeString(home.resolve("conf/features.properties"), "# order\nfirst\n\nsecond\n");
    feature("first", "{\"id\": \"org.one:a:1.0\"}", "{}");
    feature(
        "second",
        "{\"id\": \"org.one:b:2.0-SNAPSHOT\"}, {\"id\": \"org.one:a:1.0\"}",
        """
        {"pid.one": {"text": "in ${souk.data}", "number:Integer": 7, "list:String[]": ["x", "y"]},
         "factory~name": {"flag:Boolean": true}}""");
  }

  private void jar(String group, String artifact, String version) throws IOException {
    Path folder =
        home.resolve("repository")
            .resolve(group.replace('.', '/'))
            .resolve(artifact + "/" + version);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(artifact + "-" + version + ".jar"), "jar");
  }

  private void feature(String name, String bundles, String configurations) throws IOException {
    Files.writeString(
        home.resolve("features/" + name + ".json"),
        """
        {"feature-resource-version": "1.0", "id": "org.one:%s:1", "bundles": [%s], "configurations": %s}"""
            .formatted(name, bundles, configurations));
  }

  private Installation read() {
    Places places =
        new Places(home, home.resolve("conf"), home.resolve("data"), home.resolve("deploy"));
    return new FeatureFiles(places, Map.of("souk.data", "/state")).read();
  }

  @Test
  void ordersBundlesByFeatureAndKeepsTheFirstLevel() {
    Installation installation = read();
    assertEquals(2, installation.bundles().size());
    assertEquals("feature:org.one:a:1.0", installation.bundles().get(0).location());
    assertEquals(2, installation.bundles().get(0).startLevel());
    assertEquals(3, installation.bundles().get(1).startLevel());
    assertEquals(3, installation.topLevel());
  }

  @Test
  void readsTypedConfigurationsAndFillsVariables() {
    Map<String, Object> values = read().configurations().get("pid.one");
    assertEquals("in /state", values.get("text"));
    assertEquals(7, values.get("number"));
    assertArrayEquals(new String[] {"x", "y"}, (String[]) values.get("list"));
    assertEquals(Map.of("flag", true), read().configurations().get("factory~name"));
  }

  @Test
  void namesAnUnknownVariable() throws IOException {
    feature("second", "", "{\"pid\": {\"text\": \"${no.such}\"}}");
    String message = assertThrows(LaunchFailure.class, this::read).getMessage();
    assertTrue(message.contains("${no.such}") && message.contains("pid"), message);
  }

  @Test
  void namesAMissingBundleAndTheFeatureThatAsksForIt() throws IOException {
    feature("second", "{\"id\": \"org.one:lost:3\"}", "{}");
    LaunchFailure failure = assertThrows(LaunchFailure.class, this::read);
    assertEquals(ExitCode.BROKEN_INSTALLATION, failure.code());
    assertTrue(failure.getMessage().contains("org.one:lost:3"), failure.getMessage());
    assertTrue(failure.getMessage().contains("second.json"), failure.getMessage());
  }

  @Test
  void namesAFeatureWithoutFile() throws IOException {
    Files.writeString(home.resolve("conf/features.properties"), "third\n");
    String message = assertThrows(LaunchFailure.class, this::read).getMessage();
    assertTrue(message.contains("third"), message);
  }

  @Test
  void namesAFeatureFileThatIsNoJson() throws IOException {
    Files.writeString(home.resolve("features/second.json"), "{ not json");
    String message = assertThrows(LaunchFailure.class, this::read).getMessage();
    assertTrue(message.contains("second.json"), message);
  }
}
