package souk.kernel.runtime.routing;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread of the isolation pool; knows for whom it works. Threads that a strategy starts from it
 * work behind those that serve: each pool thread is alone in a group whose members may not have its
 * priority, and a thread begins in the group of the one that starts it.
 */
final class IsolatedThread extends Thread {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatedThread.class);

  /** The launcher maps it to a low priority of the system. */
  static final int PRIORITY_OF_STARTED = 2;

  private volatile @Nullable Thread caller;

  /**
   * @param groups group of the kernel's threads; the thread's own is made in it
   */
  IsolatedThread(ThreadGroup groups, Runnable work, String name) {
    super(groupOfItsOwn(groups, name), work, name, 0, false);
    setDaemon(true);
    setUncaughtExceptionHandler(
        (thread, thrown) -> {
          if (!(thrown instanceof Ends)) {
            LOG.error("A thread of the isolation pool ended.", thrown);
          }
        });
    setPriority(NORM_PRIORITY);
    getThreadGroup().setMaxPriority(PRIORITY_OF_STARTED);
    tidy();
  }

  private static ThreadGroup groupOfItsOwn(ThreadGroup groups, String name) {
    ThreadGroup own = new ThreadGroup(groups, name);
    own.setDaemon(true);
    return own;
  }

  void worksFor(@Nullable Thread newCaller) {
    caller = newCaller;
  }

  /** Whoever is in quarantine works behind everybody else, where the system knows priorities. */
  void demote() {
    setPriority(MIN_PRIORITY);
  }

  /**
   * A thread that was in quarantine, or whose priority a strategy changed, serves nobody else:
   * without privileges a priority cannot be raised again.
   *
   * @throws Ends if its priority is not what it began with
   */
  void endIfDemoted() {
    if (getPriority() != NORM_PRIORITY) {
      // Holds only with privileges; then it does not end, with the machine's locks, behind others.
      getThreadGroup().setMaxPriority(NORM_PRIORITY);
      setPriority(NORM_PRIORITY);
      throw new Ends();
    }
  }

  /** Ends a thread of the pool from within its task. */
  private static final class Ends extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ends() {
      super("The thread was in quarantine or has another priority.", null, false, false);
    }
  }

  /**
   * Removes what a strategy may have left on its thread, before another one is called in it.
   *
   * @return false if that cannot be done, since the thread has another priority now
   */
  boolean leftAsFound() {
    tidy();
    Thread.interrupted();
    return getPriority() == NORM_PRIORITY;
  }

  /** Removes what a strategy may have left on its thread. */
  void tidy() {
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
