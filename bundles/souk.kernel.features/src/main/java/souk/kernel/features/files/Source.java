package souk.kernel.features.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A feature and where its bundles lie.
 *
 * @param file what it says
 * @param key folder in the store, or {@link FeatureState#DISTRIBUTION}
 * @param shipped whether the distribution has a feature of this name
 * @param repositories folders in Maven's layout, the first that has a bundle wins
 */
public record Source(FeatureFile file, String key, boolean shipped, List<Path> repositories) {
  public String name() {
    return file.name();
  }

  public boolean distributed() {
    return key.equals(FeatureState.DISTRIBUTION);
  }

  /** Where the framework has a bundle of this feature from. */
  public String location(ArtifactId bundle) {
    return Locations.of(bundle, shipped);
  }

  /**
   * The jar of a bundle.
   *
   * @throws souk.kernel.api.FeatureException if no repository has it
   */
  public Path jar(ArtifactId bundle) {
    for (Path repository : repositories) {
      Path jar = repository.resolve(bundle.path());
      if (Files.isRegularFile(jar)) {
        return jar;
      }
    }
    if (distributed()) {
      throw Refused.because(
          "feature.bundle-missing",
          "The bundle %s of the feature %s is not in %s.%nMaybe it comes in an archive of its own that was not unpacked there. What the feature says: %s",
          bundle,
          file.id(),
          repositories.get(0),
          file.description());
    }
    throw Refused.because(
        "feature.bundle-missing",
        "The bundle %s of the feature %s is neither in its archive nor in the repository.%nMaybe the archive was made incompletely.",
        bundle,
        file.id());
  }
}
