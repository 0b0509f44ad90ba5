package souk.kernel.runtime.audit;

import java.nio.file.Path;
import souk.kernel.api.AuditTrail;
import souk.kernel.runtime.decisions.TestLog;

/** A real audit trail for tests of other packages. */
public final class TestTrail implements AutoCloseable {
  private final TestLog log;
  private final AuditTrail trail;

  public TestTrail(Path folder) {
    log = new TestLog(folder);
    trail = new DefaultAuditTrail(log.log());
  }

  public AuditTrail trail() {
    return trail;
  }

  @Override
  public void close() {
    log.close();
  }
}
