package souk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;

/** Renames folders one after the other and can take them back. */
final class Renames {
  private record Done(Path from, Path to) {}

  private final Deque<Done> done = new ArrayDeque<>();

  /** Renames if there is something to rename. */
  void move(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      done.push(new Done(from, to));
    }
  }

  /** Puts everything back where it was. */
  void takeBack(Exception cause) {
    while (!done.isEmpty()) {
      Done last = done.pop();
      try {
        Files.move(last.to(), last.from(), StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }
}
