package souk.kernel.runtime.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import souk.kernel.api.DecisionLog;

/** A real decision log for tests of other packages. */
public final class TestLog implements AutoCloseable {
  private final DefaultDecisionLog log;

  public TestLog(Path folder) {
    try {
      log = new DefaultDecisionLog(folder, 1 << 20, 50, Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DecisionLog log() {
    return log;
  }

  @Override
  public void close() {
    log.close();
  }
}
