package souk.launcher;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Ends the process when its memory is at its end, so that a service manager can start it again. A
 * strategy that asks for too much gets its error and gives back what it held; that alone is no
 * reason to stop the tills. The end has come when a thread of the platform dies of it, or when the
 * old generation stays full after every collection.
 */
final class HeapWatch {
  private static final double FULL = 0.97;
  private static final long PERIOD_MILLIS = 1_000;
  private static final int ROUNDS = 5;

  private final List<MemoryPoolMXBean> pools;

  private HeapWatch(List<MemoryPoolMXBean> pools) {
    this.pools = pools;
  }

  static void begin() {
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
            .filter(MemoryPoolMXBean::isUsageThresholdSupported)
            .filter(pool -> pool.getUsage().getMax() > 0)
            .toList();
    pools.forEach(
        pool -> pool.setCollectionUsageThreshold((long) (FULL * pool.getUsage().getMax())));
    Thread.setDefaultUncaughtExceptionHandler(HeapWatch::died);
    Thread thread = new Thread(new HeapWatch(pools)::watch, "souk-heap-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private static void died(Thread thread, Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      end("thread " + thread.getName() + " ended with " + cause);
    }
    System.err.println("souk: thread " + thread.getName() + " ended:");
    cause.printStackTrace();
  }

  private void watch() {
    int full = 0;
    while (true) {
      try {
        Thread.sleep(PERIOD_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      full = full() ? full + 1 : 0;
      if (full == ROUNDS) {
        // What was seen may be the picture before somebody let go; look once more.
        System.gc();
        if (full()) {
          end("the heap stayed full after a collection");
        }
        full = 0;
      }
    }
  }

  private boolean full() {
    return pools.stream().anyMatch(MemoryPoolMXBean::isCollectionUsageThresholdExceeded);
  }

  private static void end(String why) {
    System.err.println("souk: out of memory: " + why + ". Maybe give it more with SOUK_HEAP.");
    Runtime.getRuntime().halt(ExitCode.OUT_OF_MEMORY.value());
  }
}
