package souk.cli;

import java.nio.file.Path;

/**
 * One installation and one state folder.
 *
 * @param home the unpacked distribution
 * @param data the state folder
 */
record Place(Path home, Path data) {

  static Place fromSystemProperties() {
    Path home = Path.of(System.getProperty("souk.home", ".")).toAbsolutePath().normalize();
    String data = System.getProperty("souk.data", "");
    return new Place(
        home, data.isBlank() ? home.resolve("data") : Path.of(data).toAbsolutePath().normalize());
  }

  Place withData(Path other) {
    return new Place(home, other.toAbsolutePath().normalize());
  }

  /** The demonstration keeps its own state beside the retailer's. */
  Place demo() {
    return withData(data.resolveSibling(data.getFileName() + "-demo"));
  }

  /** The drop folder of the installation. */
  Path deploy() {
    String deploy = System.getProperty("souk.deploy", "");
    return deploy.isBlank() ? home.resolve("deploy") : Path.of(deploy).toAbsolutePath().normalize();
  }

  Path script() {
    return home.resolve("bin").resolve("souk");
  }

  Path announcement() {
    return data.resolve("running.properties");
  }

  Path key(String role) {
    return data.resolve("secrets").resolve(role + ".key");
  }

  /** The web console's first password, until somebody has seen it. */
  Path firstPassword() {
    return data.resolve("secrets").resolve("console.first");
  }

  Path consoleLog() {
    return data.resolve("log").resolve("console.log");
  }
}
