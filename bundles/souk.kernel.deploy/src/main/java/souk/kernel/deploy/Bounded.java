package souk.kernel.deploy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;

/**
 * Work on a bundle that may never end, in a thread of its own: the framework holds the bundle's
 * lock for as long as its activator runs, and nothing can take it away.
 */
final class Bounded {
  private static final long AFTER_INTERRUPT_MILLIS = 500;

  private Bounded() {}

  /** What may be done to a bundle. */
  interface Work {
    void run() throws BundleException;
  }

  /** How it ended. */
  enum End {
    DONE,
    FAILED,
    HANGING
  }

  /**
   * @param end how it ended
   * @param failure what was thrown, if it failed
   */
  record Result(End end, @Nullable Exception failure) {}

  /** Waits at most for the given time, then interrupts the work and leaves it alone. */
  static Result run(String name, long millis, Work work) throws InterruptedException {
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    CountDownLatch ended = new CountDownLatch(1);
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                work.run();
              } catch (BundleException | RuntimeException e) {
                failure.set(e);
              } catch (LinkageError e) {
                failure.set(new BundleException(e.toString(), e));
              } finally {
                ended.countDown();
              }
            },
            name,
            0,
            false);
    thread.setDaemon(true);
    thread.start();
    if (!ended.await(millis, TimeUnit.MILLISECONDS)) {
      thread.interrupt();
      if (!ended.await(AFTER_INTERRUPT_MILLIS, TimeUnit.MILLISECONDS)) {
        thread.setPriority(Thread.MIN_PRIORITY);
        return new Result(End.HANGING, null);
      }
    }
    return failure.get() == null
        ? new Result(End.DONE, null)
        : new Result(End.FAILED, failure.get());
  }
}
