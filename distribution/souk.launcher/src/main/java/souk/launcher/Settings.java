package souk.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What an admin sets in {@code conf/souk.properties}; a system property of the same name wins.
 *
 * @param host address to listen on; loopback unless somebody decides otherwise
 * @param port 0 picks a free one
 * @param deployPollMillis how often the drop folder is looked at
 * @param others further settings whose names begin with {@code souk.}; bundles read them
 */
record Settings(String host, int port, long deployPollMillis, Map<String, String> others) {
  static final String DEFAULT_HOST = "127.0.0.1";
  static final int DEFAULT_PORT = 8181;
  private static final long DEFAULT_POLL_MILLIS = 1000;

  static Settings read(Path conf) {
    Path file = conf.resolve("souk.properties");
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new LaunchFailure(
            ExitCode.BROKEN_INSTALLATION, "Cannot read the settings file " + file + ".", e);
      }
    }
    return new Settings(
        value(properties, "souk.host", DEFAULT_HOST),
        (int) number(properties, file, "souk.port", DEFAULT_PORT, 0, 65_535),
        number(properties, file, "souk.deploy.pollMillis", DEFAULT_POLL_MILLIS, 20, 3_600_000),
        others(properties));
  }

  private static Map<String, String> others(Properties properties) {
    return properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith("souk."))
        .collect(Collectors.toUnmodifiableMap(name -> name, name -> value(properties, name, "")));
  }

  private static String value(Properties properties, String name, String fallback) {
    String system = System.getProperty(name, "");
    return system.isBlank() ? properties.getProperty(name, fallback).strip() : system.strip();
  }

  private static long number(
      Properties properties, Path file, String name, long fallback, long least, long most) {
    String text = value(properties, name, Long.toString(fallback));
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below with the value
    }
    throw new LaunchFailure(
        ExitCode.USAGE,
        """
        The setting %s (%s) must be a whole number from %d to %d.
        Maybe it is mistyped in %s or on the command line."""
            .formatted(name, text, least, most, file));
  }
}
