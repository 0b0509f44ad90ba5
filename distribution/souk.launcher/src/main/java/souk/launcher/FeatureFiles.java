package souk.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureConfiguration;
import org.osgi.service.feature.FeatureService;
import org.osgi.service.feature.ID;

/**
 * Reads {@code conf/features.properties} and the feature files it names (OSGi compendium, chapter
 * 159). The start level of a bundle is 1 plus the position of its feature.
 */
final class FeatureFiles {
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
    for (Path file : listed()) {
      level++;
      Feature feature = read(file);
      for (FeatureBundle bundle : feature.getBundles()) {
        Installation.BundleEntry entry = entry(bundle.getID(), level, file);
        bundles.putIfAbsent(entry.location(), entry);
      }
      for (FeatureConfiguration configuration : feature.getConfigurations().values()) {
        configurations.put(configuration.getPid(), Variables.fill(configuration, variables));
      }
    }
    return new Installation(List.copyOf(bundles.values()), configurations, level);
  }

  private List<Path> listed() {
    Path list = places.conf().resolve("features.properties");
    List<Path> files = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
        String entry = line.strip();
        if (!entry.isEmpty() && !entry.startsWith("#")) {
          files.add(file(entry, list));
        }
      }
    } catch (IOException e) {
      throw new LaunchFailure(
          ExitCode.BROKEN_INSTALLATION, "Cannot read the list of features " + list + ".", e);
    }
    return files;
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

  private Installation.BundleEntry entry(ID id, int level, Path file) {
    String name =
        id.getArtifactId()
            + "-"
            + id.getVersion()
            + id.getClassifier().map(c -> "-" + c).orElse("")
            + "."
            + id.getType().orElse("jar");
    Path jar =
        places
            .repository()
            .resolve(id.getGroupId().replace('.', '/'))
            .resolve(id.getArtifactId())
            .resolve(id.getVersion())
            .resolve(name);
    if (!Files.isRegularFile(jar)) {
      throw new LaunchFailure(
          ExitCode.BROKEN_INSTALLATION,
          """
          The bundle %s named in %s is missing: no file %s.
          Maybe the archive was unpacked incompletely; unpack it again."""
              .formatted(id, file, jar));
    }
    return new Installation.BundleEntry(BundleSync.PREFIX + id, jar, level);
  }
}
