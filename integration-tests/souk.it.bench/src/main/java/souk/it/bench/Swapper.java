package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import souk.it.harness.Line;
import souk.it.harness.Platform;
import souk.it.harness.VersionedJar;

/**
 * Replaces the stranger's bundle by its next version, as an admin would: with jars that were built
 * before, over a line of its own, which is new for each swap, so that it is the platform's work
 * that a swap costs.
 */
final class Swapper {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 50;
  private static final List<String> ROLES = List.of("LinePricer", "SelectionPolicy");
  private static final List<String> IDS = List.of("addon-prices", "addon-single-best");

  private final Platform platform;
  private final Path folder;
  private final Path addon;
  private final Line line;
  private final String key;
  private final Map<Integer, Path> built = new HashMap<>();

  Swapper(Platform platform, Path folder) throws IOException {
    this.platform = platform;
    this.folder = folder;
    this.addon =
        Path.of(System.getProperty("souk.root"))
            .resolve("integration-tests/souk.it.addon/target")
            .resolve("souk.it.addon-" + System.getProperty("souk.version") + ".jar");
    this.line = new Line(platform.url());
    this.key = platform.key("admin");
  }

  /** Builds the jars of versions that will be needed. */
  void build(int first, int last) throws IOException {
    for (int version = first; version <= last; version++) {
      built.put(version, VersionedJar.of(addon, folder, version));
    }
  }

  /** The next version beside the old one, traffic over, the old one away. */
  void swap(int version) throws Exception {
    line.close();
    if (!built.containsKey(version)) {
      build(version, version);
    }
    platform.drop(built.get(version), "addon-" + version + ".jar");
    String name = "1.0." + version;
    for (int i = 0; i < ROLES.size(); i++) {
      await(ROLES.get(i), IDS.get(i), name, true);
      select(ROLES.get(i), IDS.get(i), name);
    }
    if (Files.exists(folder.resolve("deploy/addon-" + (version - 1) + ".jar"))) {
      platform.take("addon-" + (version - 1) + ".jar");
      await(ROLES.get(0), IDS.get(0), "1.0." + (version - 1), false);
    }
  }

  /** The serving bundle itself is replaced by another build of the same strategy version. */
  void update(int strategy, int bundle) throws Exception {
    platform.drop(VersionedJar.of(addon, folder, strategy, bundle), "addon-" + strategy + ".jar");
  }

  long fallbacks() throws Exception {
    line.close();
    long sum = 0;
    for (String role : ROLES) {
      sum += role(role).path("fallbackCount").asLong();
    }
    return sum;
  }

  private void await(String role, String strategy, String version, boolean wanted)
      throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (present(role, strategy, version) != wanted) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Waited %s for %s@%s to %s"
                .formatted(LIMIT, strategy, version, wanted ? "come" : "go"));
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean present(String role, String strategy, String version) throws Exception {
    for (JsonNode one : role(role).path("strategies")) {
      if (strategy.equals(one.path("strategy").asText())
          && version.equals(one.path("version").asText())) {
        return true;
      }
    }
    return false;
  }

  private JsonNode role(String role) throws IOException {
    return good(line.get("/strategies/" + role, key));
  }

  private void select(String role, String strategy, String version) throws IOException {
    ObjectNode body =
        Platform.object().put("strategy", strategy).put("version", version).put("reason", "test");
    byte[] json = body.toString().getBytes(StandardCharsets.UTF_8);
    good(line.post("/strategies/" + role + "/select", json, key));
  }

  private static JsonNode good(Line.Answer answer) throws IOException {
    if (answer.status() >= 400) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
    return Platform.JSON.readTree(answer.body());
  }
}
