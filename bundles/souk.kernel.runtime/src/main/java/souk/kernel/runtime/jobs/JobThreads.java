package souk.kernel.runtime.jobs;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes daemon threads that remember nothing of the bundle on whose behalf they were made. */
final class JobThreads implements ThreadFactory {
  private final String prefix;
  private final AtomicInteger number = new AtomicInteger();

  JobThreads(String prefix) {
    this.prefix = prefix;
  }

  // Without the privileged action a thread keeps every class loader on its creator's stack alive.
  @SuppressWarnings("removal")
  @Override
  public Thread newThread(Runnable work) {
    return AccessController.doPrivileged(
        (PrivilegedAction<Thread>)
            () -> {
              Thread thread = new Thread(null, work, prefix + number.incrementAndGet(), 0, false);
              thread.setDaemon(true);
              thread.setContextClassLoader(JobThreads.class.getClassLoader());
              return thread;
            });
  }
}
