package souk.kernel.runtime.routing;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A thread of the isolation pool; knows for whom it works. */
final class IsolatedThread extends Thread {
  private volatile @Nullable Thread caller;

  IsolatedThread(Runnable work, String name) {
    super(null, work, name, 0, false);
    setDaemon(true);
    tidy();
  }

  void worksFor(@Nullable Thread newCaller) {
    caller = newCaller;
  }

  /** Whoever is in quarantine works behind everybody else, where the system knows priorities. */
  void demote() {
    setPriority(MIN_PRIORITY);
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
