package souk.kernel.runtime.jobs;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes daemon threads that remember nothing of the bundle on whose behalf they were made, neither
 * its class loader nor the priority of the thread that asked.
 */
final class JobThreads implements ThreadFactory {
  private final String prefix;
  private final ThreadGroup group = Thread.currentThread().getThreadGroup();
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
              Thread thread = new Thread(group, work, prefix + number.incrementAndGet(), 0, false);
              thread.setDaemon(true);
              thread.setPriority(Thread.NORM_PRIORITY);
              thread.setContextClassLoader(JobThreads.class.getClassLoader());
              return thread;
            });
  }
}
