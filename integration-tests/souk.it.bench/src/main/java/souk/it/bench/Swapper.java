package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import souk.it.harness.Platform;
import souk.it.harness.VersionedJar;

/** Replaces the stranger's bundle by its next version, as an admin would. */
final class Swapper {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 50;
  private static final List<String> ROLES = List.of("LinePricer", "SelectionPolicy");
  private static final List<String> IDS = List.of("addon-prices", "addon-single-best");

  private final Platform platform;
  private final Path folder;
  private final Path addon;

  Swapper(Platform platform, Path folder) {
    this.platform = platform;
    this.folder = folder;
    this.addon =
        Path.of(System.getProperty("souk.root"))
            .resolve("integration-tests/souk.it.addon/target")
            .resolve("souk.it.addon-" + System.getProperty("souk.version") + ".jar");
  }

  /** The next version beside the old one, traffic over, the old one away. */
  void swap(int version) throws Exception {
    platform.drop(VersionedJar.of(addon, folder, version), "addon-" + version + ".jar");
    String name = "1.0." + version;
    for (int i = 0; i < ROLES.size(); i++) {
      await(ROLES.get(i), IDS.get(i), name, true);
      platform.select(ROLES.get(i), IDS.get(i), name);
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
    long sum = 0;
    for (String role : ROLES) {
      sum += platform.get("/strategies/" + role).path("fallbackCount").asLong();
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
    for (JsonNode one : platform.get("/strategies/" + role).path("strategies")) {
      if (strategy.equals(one.path("strategy").asText())
          && version.equals(one.path("version").asText())) {
        return true;
      }
    }
    return false;
  }
}
