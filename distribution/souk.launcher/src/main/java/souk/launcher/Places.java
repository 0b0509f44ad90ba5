package souk.launcher;

import java.nio.file.Path;

/**
 * Where things lie.
 *
 * @param home the unpacked distribution
 * @param conf settings, feature order, log levels
 * @param data the state; belongs to one process
 * @param deploy the drop folder
 */
record Places(Path home, Path conf, Path data, Path deploy) {

  static Places fromSystemProperties() {
    Path home = Path.of(System.getProperty("souk.home", ".")).toAbsolutePath().normalize();
    Path conf = inside(home, "souk.conf", "conf");
    Path data = inside(home, "souk.data", "data");
    return new Places(home, conf, data, inside(home, "souk.deploy", "deploy"));
  }

  private static Path inside(Path home, String property, String folder) {
    String value = System.getProperty(property, "");
    return value.isBlank() ? home.resolve(folder) : Path.of(value).toAbsolutePath().normalize();
  }

  Path features() {
    return home.resolve("features");
  }

  Path repository() {
    return home.resolve("repository");
  }

  /** What was changed about the features while the platform ran. */
  Path changedFeatures() {
    return data.resolve("features");
  }

  Path temporary() {
    return data.resolve("tmp");
  }

  /** Installed bundles; can be rebuilt from the repository, so it holds nothing worth a backup. */
  Path frameworkStorage() {
    return data.resolve("felix");
  }

  Path configurations() {
    return data.resolve("config");
  }
}
