package souk.cli;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;

/**
 * A platform that announced itself in its state folder.
 *
 * @param pid its process
 * @param url where it answers
 * @param version what it says it is
 */
record Running(long pid, URI url, String version) {

  /** Empty when nothing was announced or the process is gone. */
  static Optional<Running> at(Place place) {
    if (!Files.exists(place.announcement())) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(place.announcement(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new CliFailure(
          ExitCode.BROKEN_STATE, "Cannot read " + place.announcement() + ": " + e.getMessage(), e);
    }
    long pid = Long.parseLong(properties.getProperty("pid", "-1"));
    boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    return alive
        ? Optional.of(
            new Running(
                pid,
                URI.create(properties.getProperty("url")),
                properties.getProperty("version", "unknown")))
        : Optional.empty();
  }

  static Running require(Place place) {
    return at(place)
        .orElseThrow(
            () ->
                new CliFailure(
                    ExitCode.NOT_RUNNING,
                    """
                    No platform runs on the state folder %s.
                    Maybe it was not started yet: "souk start"."""
                        .formatted(place.data())));
  }
}
