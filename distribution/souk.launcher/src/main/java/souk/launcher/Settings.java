package souk.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What an admin sets in {@code conf/souk.properties}; a system property of the same name wins.
 *
 * @param host address to listen on; loopback unless somebody decides otherwise
 * @param port 0 picks a free one
 */
record Settings(String host, int port) {
  static final String DEFAULT_HOST = "127.0.0.1";
  static final int DEFAULT_PORT = 8181;

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
    String host = value(properties, "souk.host", DEFAULT_HOST);
    return new Settings(host, port(file, value(properties, "souk.port", "" + DEFAULT_PORT)));
  }

  private static String value(Properties properties, String name, String fallback) {
    String system = System.getProperty(name, "");
    return system.isBlank() ? properties.getProperty(name, fallback).strip() : system.strip();
  }

  private static int port(Path file, String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // reported below with the value
    }
    throw new LaunchFailure(
        ExitCode.USAGE,
        """
        The port (%s) must be a number from 0 to 65535.
        Maybe souk.port in %s or --port is mistyped; 0 picks a free port."""
            .formatted(text, file));
  }
}
