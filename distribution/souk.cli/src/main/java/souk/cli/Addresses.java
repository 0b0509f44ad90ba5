package souk.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a person finds the platform. */
final class Addresses {
  private Addresses() {}

  static void print(PrintStream out, Place place, Running running) {
    out.println("Console   " + running.url() + "/system/console");
    firstPassword(place)
        .ifPresent(password -> out.println("Login     admin, " + password + " (shown this once)"));
    out.println("API       " + running.url() + "/api/v1/");
    out.println("Keys      " + place.key("admin").getParent() + " (owner only)");
    out.println("Log       " + place.data().resolve("log").resolve("souk.log"));
  }

  /** Reads the console's first password and removes it from the disk. */
  private static Optional<String> firstPassword(Place place) {
    Path file = place.firstPassword();
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      String password = Files.readString(file).strip();
      Files.delete(file);
      return Optional.of(password);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The first password of the console in %s cannot be read and removed.".formatted(file), e);
    }
  }
}
