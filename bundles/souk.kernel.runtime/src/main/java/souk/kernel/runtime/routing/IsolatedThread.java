package souk.kernel.runtime.routing;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of the isolation pool; knows for whom it works. */
final class IsolatedThread extends Thread {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatedThread.class);
  private volatile @Nullable Thread caller;
  private volatile boolean demoted;

  IsolatedThread(Runnable work, String name) {
    super(null, work, name, 0, false);
    setDaemon(true);
    setUncaughtExceptionHandler(
        (thread, thrown) -> {
          if (!(thrown instanceof Ends)) {
            LOG.error("A thread of the isolation pool ended.", thrown);
          }
        });
    tidy();
  }

  void worksFor(@Nullable Thread newCaller) {
    caller = newCaller;
  }

  /** Whoever is in quarantine works behind everybody else, where the system knows priorities. */
  void demote() {
    demoted = true;
    setPriority(MIN_PRIORITY);
  }

  /**
   * A thread that was in quarantine serves nobody else: without privileges its priority cannot be
   * raised again.
   *
   * @throws Ends if it was in quarantine
   */
  void endIfDemoted() {
    if (demoted) {
      // Holds only with privileges; then it does not end, with the machine's locks, behind others.
      setPriority(NORM_PRIORITY);
      throw new Ends();
    }
  }

  /** Ends a thread of the pool from within its task. */
  private static final class Ends extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ends() {
      super("The thread was in quarantine.", null, false, false);
    }
  }

  /** Removes what a strategy may have left on its thread. */
  void tidy() {
    if (getPriority() != NORM_PRIORITY) {
      setPriority(NORM_PRIORITY);
    }
    setContextClassLoader(IsolatedThread.class.getClassLoader());
  }

  /** True for a thread itself and for those that wait for it, directly or through others. */
  static Predicate<Thread> callersOf(Thread thread) {
    return candidate -> {
      Thread step = thread;
      while (step != null) {
        if (step == candidate) {
          return true;
        }
        step = step instanceof IsolatedThread isolated ? isolated.caller : null;
      }
      return false;
    };
  }
}
