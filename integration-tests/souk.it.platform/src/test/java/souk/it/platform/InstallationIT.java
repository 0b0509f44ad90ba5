package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souk.it.harness.Platform;
import souk.it.harness.sequences.SecondArchive;

/** The unpacked distribution holds what its features list, and nothing else. */
class InstallationIT {
  /** Known to the platform, but its bundles come in the second archive. */
  private static final String APART = "souk.feature.sequences";

  private static final long LIMIT_BYTES = 122L << 20;

  @Test
  void everyListedBundleIsInTheRepository() throws IOException {
    List<String> missing = new ArrayList<>();
    int bundles = 0;
    for (Path feature : features()) {
      for (JsonNode bundle : Platform.JSON.readTree(feature.toFile()).path("bundles")) {
        bundles++;
        Path jar = jar(repository(feature), bundle.path("id").asText());
        if (!Files.isRegularFile(jar)) {
          missing.add(feature.getFileName() + ": " + jar);
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(bundles > 60, "only " + bundles + " bundles are listed");
  }

  @Test
  void everyJarOfTheRepositoryIsListed() throws IOException {
    TreeSet<Path> unlisted = new TreeSet<>();
    try (Stream<Path> tree = Files.walk(Platform.HOME.resolve("repository"))) {
      tree.filter(path -> path.toString().endsWith(".jar")).forEach(unlisted::add);
    }
    for (Path feature : features()) {
      for (JsonNode bundle : Platform.JSON.readTree(feature.toFile()).path("bundles")) {
        unlisted.remove(jar(Platform.HOME.resolve("repository"), bundle.path("id").asText()));
      }
    }
    assertTrue(unlisted.isEmpty(), unlisted::toString);
  }

  @Test
  void onlyTheFeatureOfTheSecondArchiveIsNotStarted() throws IOException {
    TreeSet<String> known = new TreeSet<>();
    for (Path feature : features()) {
      known.add(feature.getFileName().toString().replaceAll("[.]json$", ""));
    }
    for (String line : Files.readAllLines(Platform.HOME.resolve("conf/features.properties"))) {
      known.remove(line.strip());
    }
    assertEquals(new TreeSet<>(List.of(APART)), known);
  }

  @Test
  void everyVariableWasFilled() throws IOException {
    for (Path feature : features()) {
      String text = Files.readString(feature);
      assertFalse(text.contains("${version."), feature + " holds an unfilled version");
      assertFalse(text.contains("${project."), feature + " holds an unfilled version");
    }
  }

  @Test
  void everyListedFeatureHasAFile() throws IOException {
    for (String line : Files.readAllLines(Platform.HOME.resolve("conf/features.properties"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        assertTrue(Files.exists(Platform.HOME.resolve("features/" + line.strip() + ".json")), line);
      }
    }
  }

  @Test
  void theDataSetComesWithItsLicence() throws IOException {
    String text = Files.readString(Platform.HOME.resolve("demo/ATTRIBUTION.txt"));
    assertTrue(text.contains("CC BY 4.0"));
    assertTrue(text.contains("D. Chen, S. L. Sain, K. Guo"));
  }

  @Test
  void theDistributionStaysSmall() throws IOException {
    long bytes = 0;
    try (Stream<Path> tree = Files.walk(Platform.HOME)) {
      for (Path path : tree.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(path);
      }
    }
    System.out.println("RESULT installation bytes=" + bytes);
    assertTrue(bytes <= LIMIT_BYTES, bytes + " bytes");
  }

  private static List<Path> features() throws IOException {
    try (Stream<Path> files = Files.list(Platform.HOME.resolve("features"))) {
      return files.sorted().toList();
    }
  }

  private static Path repository(Path feature) {
    return feature.endsWith(APART + ".json")
        ? SecondArchive.REPOSITORY
        : Platform.HOME.resolve("repository");
  }

  private static Path jar(Path repository, String id) {
    String[] parts = id.split(":");
    return repository
        .resolve(parts[0].replace('.', '/'))
        .resolve(parts[1])
        .resolve(parts[2])
        .resolve(parts[1] + "-" + parts[2] + ".jar");
  }
}
