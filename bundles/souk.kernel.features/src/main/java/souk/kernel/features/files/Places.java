package souk.kernel.features.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where things lie.
 *
 * @param home the unpacked distribution
 * @param conf settings and the list of features
 * @param data the state folder
 */
public record Places(Path home, Path conf, Path data) {

  /**
   * @param property reads a framework property; may answer null
   */
  public static Places of(UnaryOperator<String> property) {
    return new Places(
        path(property, "souk.home"), path(property, "souk.conf"), path(property, "souk.data"));
  }

  private static Path path(UnaryOperator<String> property, String name) {
    return Optional.ofNullable(property.apply(name))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The framework property %s is not set.%nMaybe the platform was not started by its launcher."
                        .formatted(name)));
  }

  Path listed() {
    return conf.resolve("features.properties");
  }

  Path distributed() {
    return home.resolve("features");
  }

  public Path repository() {
    return home.resolve("repository");
  }

  public Path features() {
    return data.resolve("features");
  }

  /** Checked archives, unpacked; one folder each. */
  public Path store() {
    return features().resolve("store");
  }

  /** Where the owner of the state folder puts archives that are to be installed. */
  public Path incoming() {
    return features().resolve("incoming");
  }

  public Path temporary() {
    return data.resolve("tmp");
  }
}
