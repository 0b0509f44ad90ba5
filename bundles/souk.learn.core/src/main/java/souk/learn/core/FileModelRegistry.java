package souk.learn.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.learn.api.LearnedModel;
import souk.learn.api.ModelRegistry;
import souk.learn.api.ModelVersion;
import souk.learn.api.Promotion;

/** Models as files that are written once and never changed. */
@Component
public final class FileModelRegistry implements ModelRegistry {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final Pattern FILE = Pattern.compile("(\\d{6,})\\.model");

  private final Path folder;
  private final Clock clock;

  @Activate
  public FileModelRegistry(BundleContext context) {
    this(folder(context.getProperty("souk.data")), Clock.systemUTC());
  }

  FileModelRegistry(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  private static Path folder(@org.jspecify.annotations.Nullable String state) {
    if (state == null || state.isBlank()) {
      throw new IllegalStateException(
          "The framework property souk.data is not set.%nMaybe the platform was not started by its launcher; set it to the absolute path of the state folder."
              .formatted());
    }
    return Path.of(state).toAbsolutePath().resolve("models");
  }

  @Override
  public synchronized ModelVersion keep(String name, LearnedModel model) {
    Path models = folder.resolve(checked(name));
    try {
      if (!Files.isDirectory(models)) {
        Files.createDirectories(models);
        DurableFiles.flush(folder);
      }
      NavigableMap<Integer, Path> versions = files(name);
      int version = versions.isEmpty() ? 1 : versions.lastKey() + 1;
      ModelFile file = new ModelFile(clock.instant(), model);
      Path beside = models.resolve("%06d.new".formatted(version));
      DurableFiles.write(beside, file.bytes());
      Files.move(beside, path(name, version), StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.flush(models);
      return described(name, version, file);
    } catch (IOException e) {
      throw new IllegalStateException(
          "Model %s cannot be kept in %s: %s.%nMaybe the disk is full, or the folder belongs to another user."
              .formatted(name, models, e),
          e);
    }
  }

  @Override
  public Optional<LearnedModel> newest(String name) {
    NavigableMap<Integer, Path> versions = files(checked(name));
    return versions.isEmpty() ? Optional.empty() : version(name, versions.lastKey());
  }

  @Override
  public Optional<LearnedModel> version(String name, int version) {
    Path file = path(checked(name), version);
    return Files.exists(file) ? Optional.of(read(file).model()) : Optional.empty();
  }

  @Override
  public List<Integer> versions(String name) {
    return List.copyOf(files(checked(name)).keySet());
  }

  @Override
  public List<ModelVersion> list() {
    List<ModelVersion> all = new ArrayList<>();
    try (Stream<Path> names = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path path : names.sorted().toList()) {
        String name = path.getFileName().toString();
        if (NAME.matcher(name).matches()) {
          files(name).forEach((version, file) -> all.add(described(name, version, read(file))));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("The folder %s cannot be read: %s.".formatted(folder, e), e);
    }
    return all;
  }

  @Override
  public Optional<Integer> champion(String name) {
    NavigableMap<Integer, Path> versions = files(checked(name));
    OptionalInt promoted = Promotions.in(folder.resolve(name)).champion();
    if (promoted.isPresent()) {
      return Optional.of(promoted.getAsInt());
    }
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.lastKey());
  }

  @Override
  public synchronized Promotion promote(String name, int version, String by, String reason) {
    if (version(name, version).isEmpty()) {
      throw new IllegalArgumentException(
          "Model %s has no version %d.%nMaybe one of %s was meant."
              .formatted(name, version, versions(name)));
    }
    return add(Promotions.in(folder.resolve(name)), name, version, by, reason, false);
  }

  @Override
  public synchronized Promotion rollBack(String name, String by, String reason) {
    Promotions promotions = Promotions.in(folder.resolve(checked(name)));
    int before =
        promotions
            .before()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Model %s had no champion before the present one.".formatted(name)));
    if (version(name, before).isEmpty()) {
      throw new IllegalStateException(
          "Version %d of model %s, the champion before, is no longer kept."
              .formatted(before, name));
    }
    return add(promotions, name, before, by, reason, true);
  }

  private Promotion add(
      Promotions promotions, String name, int version, String by, String reason, boolean isBack) {
    try {
      return promotions.add(new Promotion(version, clock.instant(), by, reason), isBack);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The champion of model %s cannot be kept in %s: %s.%nMaybe the disk is full."
              .formatted(name, folder, e),
          e);
    }
  }

  @Override
  public List<Promotion> promotions(String name) {
    return Promotions.in(folder.resolve(checked(name))).newestFirst();
  }

  @Override
  public synchronized int drop(String name, int keepNewest) {
    if (keepNewest < 1) {
      throw new IllegalArgumentException(
          "At least 1 version of %s must be kept, but %d was asked.".formatted(name, keepNewest));
    }
    NavigableMap<Integer, Path> versions = files(checked(name));
    Promotions promotions = Promotions.in(folder.resolve(name));
    List<Integer> old =
        List.copyOf(versions.keySet()).subList(0, Math.max(0, versions.size() - keepNewest));
    int dropped = 0;
    try {
      for (int version : old) {
        if (promotions.champion().orElse(0) != version
            && promotions.before().orElse(0) != version) {
          Files.delete(path(name, version));
          dropped++;
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(
          "A version of model %s cannot be dropped: %s.".formatted(name, e), e);
    }
    return dropped;
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A model's name has 1 to 100 of a-z, 0-9, dot and hyphen, not \"%s\".".formatted(name));
    }
    return name;
  }

  private Path path(String name, int version) {
    return folder.resolve(name).resolve(String.format(Locale.ROOT, "%06d.model", version));
  }

  private NavigableMap<Integer, Path> files(String name) {
    NavigableMap<Integer, Path> versions = new TreeMap<>();
    Path models = folder.resolve(name);
    try (Stream<Path> found = Files.isDirectory(models) ? Files.list(models) : Stream.empty()) {
      found.forEach(
          file -> {
            var matcher = FILE.matcher(file.getFileName().toString());
            if (matcher.matches()) {
              versions.put(Integer.valueOf(matcher.group(1)), file);
            }
          });
    } catch (IOException e) {
      throw new IllegalStateException("The folder %s cannot be read: %s.".formatted(models, e), e);
    }
    return versions;
  }

  private static ModelFile read(Path file) {
    try {
      return ModelFile.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalStateException(
          "Model file %s cannot be used: %s.%nMaybe restore it from a backup, or learn again."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static ModelVersion described(String name, int version, ModelFile file) {
    byte[] state = file.model().state();
    return new ModelVersion(
        name,
        version,
        file.model().learner(),
        file.keptAt(),
        state.length,
        ModelFile.checksum(state),
        file.model().facts(),
        file.model().lineage());
  }
}
