package souk.kernel.runtime.routing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes strategies out of rotation whose calls do not return to the caller's thread. It cannot free
 * that thread, but saves the next ones. After a pause of the whole process it skips a round, so
 * that nobody is blamed for it.
 */
final class Watchdog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final long PERIOD_MILLIS = 100;

  private final RoleTable roles;
  private final IsolatedPool pool;
  private final long graceNanos;
  private final ScheduledExecutorService timer;
  private long lastNanos = System.nanoTime();
  private boolean skipped;

  Watchdog(RoleTable roles, IsolatedPool pool, long graceMillis) {
    this.pool = pool;
    this.roles = roles;
    this.graceNanos = TimeUnit.MILLISECONDS.toNanos(graceMillis);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(null, work, "souk-router-watchdog", 0, false);
              thread.setDaemon(true);
              return thread;
            });
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(
            this::round, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void round() {
    long now = System.nanoTime();
    boolean paused = now - lastNanos > TimeUnit.MILLISECONDS.toNanos(3 * PERIOD_MILLIS);
    lastNanos = now;
    skipped = paused && !skipped;
    if (skipped) {
      return;
    }
    pool.watchQuarantine();
    for (Role role : roles.roles()) {
      for (Slot slot : role.view().order()) {
        check(slot, now);
      }
    }
  }

  private void check(Slot slot, long now) {
    Thread owner = slot.leases().overdue(now, graceNanos);
    if (!slot.markOverdue(owner != null) || owner == null) {
      return;
    }
    StackTraceElement[] trace = owner.getStackTrace();
    String where = trace.length == 0 ? "" : " (at " + trace[0] + ")";
    slot.failed("did not return to its caller" + where);
    if (slot.circuit().trip()) {
      LOG.warn(
          "Strategy {} was taken out of rotation; thread {} did not come back from it{}.",
          slot.ref(),
          owner.getName(),
          where);
    }
  }
}
