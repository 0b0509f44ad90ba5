package souk.kernel.runtime.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import souk.kernel.api.DrainReport;
import souk.kernel.api.StrategyRef;

/** Takes strategies out of traffic and remembers how that went. */
final class Drains {
  private static final int KEPT = 200;

  private final Clock clock;
  private final Deque<DrainReport> reports = new ArrayDeque<>();

  private record Report(
      StrategyRef strategy,
      Instant at,
      boolean leaving,
      int underWay,
      int finished,
      int left,
      long millis)
      implements DrainReport {}

  Drains(Clock clock) {
    this.clock = clock;
  }

  /** Lets nobody in any more and waits for those inside; a leaving strategy is given back. */
  int drain(Slot slot, long timeoutMillis, boolean leaving) {
    Instant at = clock.instant();
    long began = System.nanoTime();
    slot.leases().shut();
    int underWay = slot.leases().inFlight();
    Predicate<Thread> except =
        leaving ? IsolatedThread.callersOf(Thread.currentThread()) : owner -> false;
    int left = slot.leases().awaitReturn(timeoutMillis, except);
    if (leaving) {
      slot.giveBack();
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    int finished = Math.max(0, underWay - left);
    add(new Report(slot.ref(), at, leaving, underWay, finished, left, millis));
    return left;
  }

  private synchronized void add(DrainReport report) {
    reports.addFirst(report);
    if (reports.size() > KEPT) {
      reports.removeLast();
    }
  }

  synchronized List<DrainReport> of(String role) {
    return reports.stream().filter(r -> r.strategy().role().equals(role)).toList();
  }
}
