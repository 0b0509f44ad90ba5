package souk.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureConfiguration;
import org.osgi.service.feature.FeatureService;
import org.osgi.service.feature.ID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code conf/features.properties} and the feature files it names (OSGi compendium, chapter
 * 159), with what was changed while the platform ran. The start level of a bundle is 1 plus the
 * position of its feature.
 */
final class FeatureFiles {
  private static final Logger LOG = LoggerFactory.getLogger(FeatureFiles.class);

  private final Places places;
  private final Map<String, String> variables;
  private final FeatureService reader =
      ServiceLoader.load(FeatureService.class, FeatureFiles.class.getClassLoader())
          .findFirst()
          .orElseThrow();

  FeatureFiles(Places places, Map<String, String> variables) {
    this.places = places;
    this.variables = Map.copyOf(variables);
  }

  Installation read() {
    Map<String, Installation.BundleEntry> bundles = new LinkedHashMap<>();
    Map<String, Map<String, Object>> configurations = new LinkedHashMap<>();
    int level = 1;
    for (Chosen chosen : inForce()) {
      level++;
      for (FeatureBundle bundle : chosen.feature().getBundles()) {
        Installation.BundleEntry entry = entry(bundle.getID(), level, chosen);
        bundles.putIfAbsent(entry.location(), entry);
      }
      for (FeatureConfiguration configuration : chosen.feature().getConfigurations().values()) {
        configurations.put(configuration.getPid(), Variables.fill(configuration, variables));
      }
    }
    return new Installation(List.copyOf(bundles.values()), configurations, level);
  }

  /**
   * A feature that is in force.
   *
   * @param prefix of the locations of its bundles
   * @param repositories the first that has a bundle wins
   */
  private record Chosen(Path file, Feature feature, String prefix, List<Path> repositories) {}

  /** The features of the list with what was changed while the platform ran. */
  private List<Chosen> inForce() {
    RuntimeChanges changes = RuntimeChanges.read(places.changedFeatures());
    Map<String, Chosen> inForce = new LinkedHashMap<>();
    Path list = places.conf().resolve("features.properties");
    for (String name : listed(list)) {
      if (!changes.removed().contains(name)) {
        RuntimeChanges.Use use = changes.used().get(name);
        inForce.put(name, use == null ? distributed(file(name, list)) : chosen(name, use, list));
      }
    }
    changes.used().forEach((name, use) -> inForce.computeIfAbsent(name, n -> chosen(n, use, list)));
    return List.copyOf(inForce.values());
  }

  private Chosen chosen(String name, RuntimeChanges.Use use, Path list) {
    if (use.distributed()) {
      return distributed(file(name, list));
    }
    Path shipped = places.features().resolve(name + ".json");
    if (Files.exists(shipped)) {
      Chosen ours = distributed(shipped);
      if (Versions.compare(ours.feature().getID().getVersion(), use.version()) > 0) {
        LOG.info(
            "The feature {} {} of the distribution is newer than the installed {} and is used",
            name,
            ours.feature().getID().getVersion(),
            use.version());
        return ours;
      }
    }
    Path folder = places.changedFeatures().resolve("store").resolve(use.key());
    Path file = folder.resolve("feature.json");
    return new Chosen(
        file,
        read(file),
        Files.exists(shipped) ? BundleSync.PREFIX : BundleSync.STRANGER,
        List.of(folder.resolve("repository"), places.repository()));
  }

  private Chosen distributed(Path file) {
    return new Chosen(file, read(file), BundleSync.PREFIX, List.of(places.repository()));
  }

  private static List<String> listed(Path list) {
    try {
      return Files.readAllLines(list, StandardCharsets.UTF_8).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new LaunchFailure(
          ExitCode.BROKEN_INSTALLATION, "Cannot read the list of features " + list + ".", e);
    }
  }

  private Path file(String entry, Path list) {
    Path file = places.features().resolve(entry + ".json");
    if (Files.exists(file)) {
      return file;
    }
    throw new LaunchFailure(
        ExitCode.BROKEN_INSTALLATION,
        """
        The feature %s named in %s has no file %s.
        Maybe the name is mistyped; delete the line to run without the feature."""
            .formatted(entry, list, file));
  }

  private Feature read(Path file) {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return reader.readFeature(text);
    } catch (IOException | RuntimeException e) {
      throw new LaunchFailure(
          ExitCode.BROKEN_INSTALLATION,
          "The feature file %s cannot be read: %s.".formatted(file, e.getMessage()),
          e);
    }
  }

  private static Installation.BundleEntry entry(ID id, int level, Chosen chosen) {
    String name =
        id.getArtifactId()
            + "-"
            + id.getVersion()
            + id.getClassifier().map(c -> "-" + c).orElse("")
            + "."
            + id.getType().orElse("jar");
    Path path =
        Path.of(id.getGroupId().replace('.', '/'), id.getArtifactId(), id.getVersion(), name);
    for (Path repository : chosen.repositories()) {
      Path jar = repository.resolve(path);
      if (Files.isRegularFile(jar)) {
        return new Installation.BundleEntry(chosen.prefix() + id, jar, level);
      }
    }
    throw new LaunchFailure(
        ExitCode.BROKEN_INSTALLATION,
        """
        The bundle %s named in %s is missing: no file %s in %s.
        Maybe the archive was unpacked incompletely; unpack it again."""
            .formatted(id, chosen.file(), path, chosen.repositories()));
  }
}
