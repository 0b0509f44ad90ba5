package souk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A platform for the length of one verb: the running one, or one started for the call. */
final class Session implements AutoCloseable {
  private final Place place;
  private final Running running;
  private final boolean started;
  private final boolean temporary;

  private Session(Place place, Running running, boolean started, boolean temporary) {
    this.place = place;
    this.running = running;
    this.started = started;
    this.temporary = temporary;
  }

  /** For verbs that change or read the retailer's state. */
  static Session onState(Place place) {
    return Running.at(place)
        .map(running -> new Session(place, running, false, false))
        .orElseGet(() -> started(place, false));
  }

  /** For verbs that only compute: never touches the retailer's state when it must start one. */
  static Session forComputing(Place place) {
    Optional<Running> running = Running.at(place);
    if (running.isPresent()) {
      return new Session(place, running.get(), false, false);
    }
    try {
      return started(place.withData(Files.createTempDirectory("souk-")), true);
    } catch (IOException e) {
      throw new CliFailure(ExitCode.BROKEN_STATE, "Cannot create a temporary folder: " + e, e);
    }
  }

  private static Session started(Place place, boolean temporary) {
    ProgressBar bar = ProgressBar.onErrorStream("Starting a platform");
    Running running = PlatformProcess.start(place, Optional.of(0));
    bar.done(temporary ? "for this call" : "on " + place.data());
    return new Session(place, running, true, temporary);
  }

  Api api(String role) {
    return Api.of(place, running, role);
  }

  Running running() {
    return running;
  }

  @Override
  public void close() {
    if (started) {
      PlatformProcess.stop(running);
    }
    if (temporary) {
      delete(place.data());
    }
  }

  /** Removes a folder with all it holds. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
