package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.spi.StatePart;

/** A part that stands still passes the contract; those that do not are caught. */
class StatePartContractCanFailTest {
  static class Honest extends StatePartContract {
    @TempDir Path state;
    private final Semaphore files = new Semaphore(1);

    @Override
    protected StatePart subject() {
      return new Part("part", files);
    }

    @Override
    protected Path state() {
      return state;
    }

    @Override
    protected void write() throws IOException {
      files.acquireUninterruptibly();
      try {
        Path folder = Files.createDirectories(state.resolve("part"));
        Files.createTempFile(folder, "one", ".row");
      } finally {
        files.release();
      }
    }
  }

  static class Restless extends Honest {
    @Override
    protected StatePart subject() {
      return new Part("part", new Semaphore(1));
    }
  }

  static class Elsewhere extends Honest {
    @Override
    protected StatePart subject() {
      return new Part("nowhere", new Semaphore(1));
    }
  }

  private record Part(String folder, Semaphore files) implements StatePart {
    @Override
    public Still hold() {
      files.acquireUninterruptibly();
      AtomicBoolean open = new AtomicBoolean(true);
      return () -> {
        if (open.getAndSet(false)) {
          files.release();
        }
      };
    }
  }

  @Test
  void defectsAreCaught() {
    assertEquals(Set.of(), Verdicts.failing(Honest.class));
    assertEquals(
        Set.of("filesStandStillWhileTheyAreHeldAndThenGoOn"), Verdicts.failing(Restless.class));
    assertTrue(
        Verdicts.failing(Elsewhere.class).contains("itsFolderIsThereWhenSomethingWasWritten"));
  }
}
