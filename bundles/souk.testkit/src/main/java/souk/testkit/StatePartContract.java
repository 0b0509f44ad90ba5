package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souk.data.spi.StatePart;

/** What every {@link StatePart} must keep. Extend it; say how it is made to write. */
public abstract class StatePartContract {
  private static final long PATIENCE_MILLIS = 300;

  /** The part under test. */
  protected abstract StatePart subject() throws Exception;

  /** The state folder that it lives in. */
  protected abstract Path state();

  /** Makes it write something; returns when that is written. */
  protected abstract void write() throws Exception;

  @Test
  protected void itsFolderIsThereWhenSomethingWasWritten() throws Exception {
    StatePart part = subject();
    write();
    assertTrue(Files.isDirectory(state().resolve(part.folder())), part.folder());
  }

  @Test
  protected void filesStandStillWhileTheyAreHeldAndThenGoOn() throws Exception {
    StatePart part = subject();
    write();
    StatePart.Still held = part.hold();
    Map<String, Integer> before = files(part);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              try {
                write();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread.sleep(PATIENCE_MILLIS);
    assertEquals(before, files(part));
    assertFalse(writer.isDone(), "a writer must wait");
    held.close();
    held.close();
    writer.get(30, TimeUnit.SECONDS);
    assertNotEquals(before, files(part));
    part.hold().close();
    write();
  }

  private Map<String, Integer> files(StatePart part) throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(state().resolve(part.folder()))) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
