package souk.learn.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
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
  private final ModelFolder folder;
  private final Clock clock;

  @Activate
  public FileModelRegistry(BundleContext context) {
    this(folder(context.getProperty("souk.data")), Clock.systemUTC());
  }

  FileModelRegistry(Path folder, Clock clock) {
    this.folder = new ModelFolder(folder);
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
    Path models = folder.of(name);
    try {
      if (!Files.isDirectory(models)) {
        Files.createDirectories(models);
        DurableFiles.flush(folder.path());
      }
      NavigableMap<Integer, Path> versions = folder.versions(name);
      int version = versions.isEmpty() ? 1 : versions.lastKey() + 1;
      ModelFile file = new ModelFile(clock.instant(), model);
      Path beside = models.resolve("%06d.new".formatted(version));
      DurableFiles.write(beside, file.bytes());
      Files.move(beside, folder.file(name, version), StandardCopyOption.ATOMIC_MOVE);
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
    NavigableMap<Integer, Path> versions = folder.versions(name);
    return versions.isEmpty() ? Optional.empty() : version(name, versions.lastKey());
  }

  @Override
  public Optional<LearnedModel> version(String name, int version) {
    Path file = folder.file(name, version);
    return Files.exists(file) ? Optional.of(ModelFolder.read(file).model()) : Optional.empty();
  }

  @Override
  public List<Integer> versions(String name) {
    return List.copyOf(folder.versions(name).keySet());
  }

  @Override
  public List<ModelVersion> list() {
    List<ModelVersion> all = new ArrayList<>();
    for (String name : folder.names()) {
      folder
          .versions(name)
          .forEach((version, file) -> all.add(described(name, version, ModelFolder.read(file))));
    }
    return all;
  }

  @Override
  public Optional<Integer> champion(String name) {
    NavigableMap<Integer, Path> versions = folder.versions(name);
    OptionalInt promoted = Promotions.in(folder.of(name)).champion();
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
    Promotion promotion = new Promotion(version, clock.instant(), by, reason);
    return Promotions.in(folder.of(name)).promote(promotion);
  }

  @Override
  public synchronized Promotion rollBack(String name, String by, String reason) {
    Promotions promotions = Promotions.in(folder.of(name));
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
    return promotions.rollBack(new Promotion(before, clock.instant(), by, reason));
  }

  @Override
  public List<Promotion> promotions(String name) {
    return Promotions.in(folder.of(name)).newestFirst();
  }

  @Override
  public synchronized int drop(String name, int keepNewest) {
    if (keepNewest < 1) {
      throw new IllegalArgumentException(
          "At least 1 version of %s must be kept, but %d was asked.".formatted(name, keepNewest));
    }
    List<Integer> versions = versions(name);
    Promotions promotions = Promotions.in(folder.of(name));
    int dropped = 0;
    try {
      for (int version : versions.subList(0, Math.max(0, versions.size() - keepNewest))) {
        if (!promotions.needs(version)) {
          Files.delete(folder.file(name, version));
          dropped++;
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(
          "A version of model %s cannot be dropped: %s.".formatted(name, e), e);
    }
    return dropped;
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
        file.model().lineage(),
        file.model().curve());
  }
}
