package souk.kernel.runtime.routing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.StrategyRef;

/** One registered strategy: its service object, leases, circuit and figures. */
final class Slot {
  private static final int PROOF_CALLS = 200;

  /** So many of the shop's own calls, repeated before a strategy serves, prove as much. */
  static final int PROOF_REPEATS = 8;

  private final SlotInfo info;
  private final ServiceHandle handle;
  private final LeaseTable leases = new LeaseTable();
  private final Circuit circuit;
  private final LatencyWindow latency = new LatencyWindow(System.nanoTime());
  private final LongAdder calls = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final AtomicInteger stuck = new AtomicInteger();
  private volatile long provenFrom = PROOF_CALLS;
  private volatile @Nullable Object service;
  private volatile @Nullable String lastFailure;
  private volatile boolean warmed;
  private volatile boolean overdue;
  private volatile boolean gone;

  Slot(SlotInfo info, ServiceHandle handle, RouterOptions options) {
    this.info = info;
    this.handle = handle;
    this.circuit = new Circuit(options.failureLimit(), options.circuitPauseNanos());
  }

  SlotInfo info() {
    return info;
  }

  StrategyRef ref() {
    return info.ref();
  }

  LeaseTable leases() {
    return leases;
  }

  Circuit circuit() {
    return circuit;
  }

  LatencyWindow latency() {
    return latency;
  }

  /** The service object; to be called under a lease. Null if it is not to be had. */
  @Nullable Object service() {
    Object known = service;
    return known != null ? known : fetch();
  }

  private synchronized @Nullable Object fetch() {
    if (service == null && !gone) {
      service = handle.get();
    }
    return service;
  }

  void answered(long nanos, long nowNanos) {
    calls.increment();
    latency.record(nanos, nowNanos);
  }

  void failed(String what) {
    failures.increment();
    provenFrom = calls.sum() + PROOF_CALLS;
    lastFailure = what;
  }

  long calls() {
    return calls.sum();
  }

  /**
   * True after {@value #PROOF_CALLS} calls since the last failure, or at once after a warm-up with
   * enough of the shop's own calls, while none is stuck.
   */
  boolean proven() {
    return calls.sum() >= provenFrom && !isStuck();
  }

  /** Notes recent calls of the shop that the strategy has answered well again. */
  void repeated(int calls) {
    if (calls >= PROOF_REPEATS && failures() == 0) {
      provenFrom = 0;
    }
  }

  long failures() {
    return failures.sum();
  }

  Optional<String> lastFailure() {
    return Optional.ofNullable(lastFailure);
  }

  boolean warmed() {
    return warmed;
  }

  void markWarmed() {
    warmed = true;
  }

  int stuckCalls() {
    return stuck.get() + (overdue ? 1 : 0);
  }

  boolean isStuck() {
    return overdue || stuck.get() > 0;
  }

  void stuckChanged(int by) {
    stuck.addAndGet(by);
  }

  boolean markOverdue(boolean now) {
    boolean before = overdue;
    overdue = now;
    return !before && now;
  }

  /** True once the service was unregistered. */
  boolean gone() {
    return gone;
  }

  /** Lets the service object go; nobody may be let in any more. */
  void giveBack() {
    synchronized (this) {
      gone = true;
      service = null;
    }
    handle.unget();
  }
}
