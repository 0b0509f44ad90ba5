package souk.kernel.features.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The features that are known here: those of the distribution and those of checked archives. */
public final class Catalogue {
  private static final Comparator<Source> NEWEST_FIRST =
      (a, b) -> Versions.compare(b.file().version(), a.file().version());

  private final Places places;
  private final FeatureReader reader;

  public Catalogue(Places places, FeatureReader reader) {
    this.places = places;
    this.reader = reader;
  }

  /** Names that the distribution's list holds, in start order. */
  public List<String> listed() {
    try {
      return Files.readAllLines(places.listed(), StandardCharsets.UTF_8).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The list of features cannot be read.", e);
    }
  }

  /** The features of a state in start order; the start level is 2 plus the index. */
  public List<Source> inForce(FeatureState state) {
    Map<String, Source> inForce = new LinkedHashMap<>();
    for (String name : listed()) {
      if (!state.removed().contains(name)) {
        inForce.put(name, chosen(name, state.used().get(name)));
      }
    }
    state.used().forEach((name, use) -> inForce.computeIfAbsent(name, n -> chosen(n, use)));
    return List.copyOf(inForce.values());
  }

  /** The newer of what the distribution has and what was installed at run time. */
  private Source chosen(String name, FeatureState.@org.jspecify.annotations.Nullable Use use) {
    Optional<Source> shipped = distributed(name);
    if (use == null || use.key().equals(FeatureState.DISTRIBUTION)) {
      return shipped.orElseThrow(
          () ->
              Refused.because(
                  "feature.unknown", "The distribution has no feature file %s.json.", name));
    }
    boolean newerShipped =
        shipped.isPresent() && Versions.compare(shipped.get().file().version(), use.version()) > 0;
    return newerShipped ? shipped.get() : stored(use.key());
  }

  private Optional<Source> distributed(String name) {
    Path file = places.distributed().resolve(name + ".json");
    return Files.exists(file) ? Optional.of(distributed(file)) : Optional.empty();
  }

  private Source distributed(Path file) {
    return new Source(
        reader.read(file), FeatureState.DISTRIBUTION, true, List.of(places.repository()));
  }

  /** A checked archive. */
  public Source stored(String key) {
    Path folder = places.store().resolve(key);
    FeatureFile file = reader.read(folder.resolve("feature.json"));
    return new Source(
        file,
        key,
        Files.exists(places.distributed().resolve(file.name() + ".json")),
        List.of(folder.resolve("repository"), places.repository()));
  }

  /** Everything that could be installed, newest version first for each name. */
  public List<Source> known() {
    List<Source> known = new ArrayList<>();
    for (Path file : list(places.distributed())) {
      if (file.toString().endsWith(".json")) {
        known.add(distributed(file));
      }
    }
    for (Path folder : list(places.store())) {
      if (Files.exists(folder.resolve("feature.json"))) {
        known.add(stored(folder.getFileName().toString()));
      }
    }
    known.sort(Comparator.comparing(Source::name).thenComparing(NEWEST_FIRST));
    return known;
  }

  /**
   * The feature that a text means.
   *
   * @param text an id, or a name for its newest version
   */
  public Source find(String text) {
    boolean named = !text.contains(":");
    Optional<ArtifactId> id = named ? Optional.empty() : Optional.of(ArtifactId.parse(text));
    return known().stream()
        .filter(
            source ->
                named ? source.name().equals(text) : source.file().id().equals(id.orElseThrow()))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.because(
                    "feature.unknown",
                    "No feature %s is known here.%nMaybe its archive must be put into %s first; \"souk features list\" shows what is known.",
                    text,
                    places.incoming()));
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
