package souk.launcher;

import java.io.File;
import java.util.Arrays;

/** Where the build put the configuration service that the tests install as a bundle. */
final class ConfigurationAdminJar {
  private ConfigurationAdminJar() {}

  static String location() {
    return System.getProperty("java.class.path").lines().findFirst().stream()
        .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
        .filter(entry -> entry.contains("org.apache.felix.configadmin"))
        .findFirst()
        .orElseThrow();
  }
}
