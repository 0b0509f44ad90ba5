package souk.kernel.runtime.felix;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyRouter;
import souk.kernel.runtime.felix.spi.Greeter;

/**
 * Threads that call nearly without pause and note every call that failed, was wrong or mixed
 * versions.
 */
final class Callers implements AutoCloseable {
  /** Leaves the processor to the one who swaps. */
  private static final long PAUSE_NANOS = 200_000;

  private final StrategyRouter router;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong calls = new AtomicLong();
  private final Queue<String> problems = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;

  Callers(StrategyRouter router, int count) {
    this.router = router;
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(this::run, "caller-" + i);
      thread.start();
      threads.add(thread);
    }
  }

  void awaitCalls(long more) throws InterruptedException {
    long goal = calls.get() + more;
    while (calls.get() < goal && problems.isEmpty()) {
      Thread.sleep(1);
    }
  }

  List<String> stop() throws InterruptedException {
    stopped = true;
    for (Thread thread : threads) {
      thread.join(20_000);
    }
    return List.copyOf(problems);
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }

  private void run() {
    while (!stopped) {
      try {
        // Long enough for a busy machine, short enough to stay in the caller's thread.
        CallOptions<Double> options = CallOptions.within(1_900);
        Routed<Double> single = router.call(Greeter.class, options, g -> g.greet(21));
        if (single.value() != 42) {
          problems.add("wrong answer " + single);
        }
        try (RoutingSession session = router.open()) {
          CallOptions<String> ask = CallOptions.within(1_900);
          String first = session.call(Greeter.class, ask, Greeter::version).value();
          String second = session.call(Greeter.class, ask, Greeter::version).value();
          if (!first.equals(second) || session.served().size() != 1) {
            problems.add("mixed " + session.served());
          }
        }
      } catch (RuntimeException e) {
        problems.add(e.toString() + " / " + e.getCause());
      }
      calls.incrementAndGet();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
