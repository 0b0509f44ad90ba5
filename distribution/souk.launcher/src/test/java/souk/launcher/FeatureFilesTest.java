package souk.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  private void changed(String... lines) throws IOException {
    Path folder = home.resolve("data/features");
    Files.createDirectories(folder.resolve("states"));
    Files.writeString(folder.resolve("current"), "4\n");
    Files.writeString(folder.resolve("states/4.txt"), String.join("\n", lines) + "\n");
  }

  private void stored(String key, String name, String version, String bundle) throws IOException {
    Path folder = home.resolve("data/features/store/" + key);
    Path jar = folder.resolve("repository/org/one/" + bundle + "/5/" + bundle + "-5.jar");
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "jar");
    Files.writeString(
        folder.resolve("feature.json"),
        """
        {"feature-resource-version": "1.0", "id": "org.one:%s:%s", "bundles": [{"id": "org.one:%s:5"}]}"""
            .formatted(name, version, bundle));
  }

  private List<String> locations() {
    return read().bundles().stream()
        .map(entry -> entry.location() + " " + entry.startLevel())
        .toList();
  }

  @Test
  void leavesOutWhatWasRemovedWhileThePlatformRan() throws IOException {
    changed("# written by the platform", "parent 3", "remove first", "end");
    assertEquals(
        List.of("feature:org.one:b:2.0-SNAPSHOT 2", "feature:org.one:a:1.0 2"), locations());
  }

  @Test
  void takesWhatWasInstalledWhileThePlatformRan() throws IOException {
    stored("k1", "second", "2", "c");
    stored("k2", "extra", "1", "d");
    changed("parent 3", "use extra 1 k2", "use second 2 k1", "end");
    assertEquals(
        List.of("feature:org.one:a:1.0 2", "feature:org.one:c:5 3", "installed:org.one:d:5 4"),
        locations());
  }

  @Test
  void prefersANewerFeatureOfTheDistribution() throws IOException {
    stored("k1", "second", "1-SNAPSHOT", "c");
    changed("parent 3", "use second 1-SNAPSHOT k1", "end");
    assertEquals(
        List.of("feature:org.one:a:1.0 2", "feature:org.one:b:2.0-SNAPSHOT 3"), locations());
  }

  @Test
  void refusesATornListOfChanges() throws IOException {
    changed("parent 3", "remove first");
    LaunchFailure failure = assertThrows(LaunchFailure.class, this::read);
    assertEquals(ExitCode.BROKEN_STATE, failure.code());
    assertTrue(failure.getMessage().contains("4.txt"), failure.getMessage());
  }
}
