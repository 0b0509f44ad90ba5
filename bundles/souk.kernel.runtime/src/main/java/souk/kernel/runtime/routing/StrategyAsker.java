package souk.kernel.runtime.routing;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.StrategyCall;

/**
 * Asks one strategy under a lease, in the caller's thread or in the pool, and judges how that went.
 */
final class StrategyAsker {
  private static final Logger LOG = LoggerFactory.getLogger(StrategyAsker.class);
  private static final long RESERVE_MILLIS = 250;

  private final RouterOptions options;
  private final IsolatedPool pool;
  private final CancelledThreads cancelledThreads;

  StrategyAsker(RouterOptions options, IsolatedPool pool, CancelledThreads cancelledThreads) {
    this.options = options;
    this.pool = pool;
    this.cancelledThreads = cancelledThreads;
  }

  /** Asks one strategy under a lease; null, noted in the trace, if it did not answer well. */
  <S, R> @Nullable Routed<R> ask(
      Slot slot,
      int lease,
      Class<S> type,
      CallOptions<R> how,
      StrategyCall<S, R> call,
      CallTrace trace,
      long reserveMillis,
      boolean isolate) {
    Object service = slot.service();
    if (service == null) {
      slot.circuit().undecided();
      trace.skipped(slot.ref(), "has no service object");
      return null;
    }
    S strategy = type.cast(service);
    long began = System.nanoTime();
    long usedMillis = TimeUnit.NANOSECONDS.toMillis(began - trace.startNanos());
    boolean proven = slot.proven() && pool.quarantined() == 0;
    long millis = runMillis(how.deadlineMillis(), reserveMillis, usedMillis);
    R value = null;
    Failure failure = null;
    IsolatedTask<R> task = null;
    boolean mustIsolate = isolate || !slot.info().inline();
    if (mustIsolate || how.deadlineMillis() >= options.isolateFromMillis()) {
      task =
          pool.start(
              () -> checked(call.apply(strategy), how),
              slot.info().inline() ? 0 : Patience.forPlace(millis, proven));
      if (task == null && mustIsolate) {
        slot.circuit().undecided();
        trace.failed(slot, Failure.unheard("found the isolation pool full"));
        return null;
      }
    }
    if (task != null) {
      if (task.await(Patience.of(began, millis, how.deadlineMillis() - usedMillis, proven))
          || leave(slot, task)) {
        value = task.value();
        failure = task.failure();
      } else {
        stopIfInterrupted(slot);
        if (!task.started()) {
          slot.circuit().undecided();
          long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
          trace.failed(slot, Failure.unheard("found no processor in " + waited + " ms"));
          return null;
        }
        failure = Failure.late(began, millis, whereIfTold(slot, task));
      }
    } else {
      slot.leases().callStarted(lease, began + TimeUnit.MILLISECONDS.toNanos(millis));
      try {
        value = checked(call.apply(strategy), how);
      } catch (Throwable t) {
        failure = Failure.of(t);
      } finally {
        slot.leases().callEnded(lease);
      }
    }
    long ended = System.nanoTime();
    slot.answered(ended - began, ended);
    if (failure == null && value != null) {
      slot.circuit().succeeded();
      return new Routed<>(value, slot.ref(), Optional.empty(), (ended - began) / 1_000);
    }
    judge(slot, failure == null ? Failure.of(nothing()) : failure, how.only().isEmpty());
    trace.failed(slot, failure == null ? Failure.of(nothing()) : failure);
    return null;
  }

  /**
   * How long a strategy may take.
   *
   * @param reserveMillis kept for others; 0 if there are none
   * @param usedMillis of the deadline
   */
  static long runMillis(long deadlineMillis, long reserveMillis, long usedMillis) {
    return Math.max(reserveMillis(deadlineMillis), deadlineMillis - reserveMillis - usedMillis);
  }

  /** Gives up on a call; true if it ended at the last moment. */
  static boolean leave(Slot slot, IsolatedTask<?> task) {
    slot.stuckChanged(1);
    if (task.abandon(() -> slot.stuckChanged(-1))) {
      return false;
    }
    slot.stuckChanged(-1);
    return true;
  }

  // A look at its stack stops the worker for a moment.
  static String whereIfTold(Slot slot, IsolatedTask<?> task) {
    return Long.bitCount(slot.failures() + 1) == 1 ? task.where() : "";
  }

  static void stopIfInterrupted(Slot slot) {
    if (Thread.currentThread().isInterrupted()) {
      slot.circuit().undecided();
      throw new CancellationException(
          "The calling thread was interrupted while it waited for " + slot.ref() + ".");
    }
  }

  static <R> R checked(@Nullable R value, CallOptions<R> how) throws Failure.Nonsense {
    if (value == null) {
      throw nothing();
    }
    Optional<String> complaint = how.complaint().apply(value);
    if (complaint.isPresent()) {
      throw new Failure.Nonsense(complaint.get());
    }
    return value;
  }

  private static Failure.Nonsense nothing() {
    return new Failure.Nonsense("it returned null");
  }

  void judge(Slot slot, Failure failure, boolean countsForCircuit) {
    Throwable thrown = failure.cause();
    if (thrown instanceof CancellationException cancelled
        && cancelledThreads.cancelled(Thread.currentThread())) {
      slot.circuit().undecided();
      throw cancelled;
    }
    if (thrown instanceof InterruptedException) {
      stopIfInterrupted(slot);
    }
    slot.failed(failure.text());
    if (!countsForCircuit) {
      slot.circuit().undecided();
    } else if (opens(slot, failure)) {
      LOG.warn("Strategy {} was taken out of rotation; it {}.", slot.ref(), failure.text());
    } else if (Long.bitCount(slot.failures()) == 1) {
      LOG.warn("Strategy {} {}; {} failures so far.", slot.ref(), failure.text(), slot.failures());
    }
    if (thrown instanceof VirtualMachineError fatal && !survivable(fatal)) {
      throw fatal;
    }
  }

  private static boolean opens(Slot slot, Failure failure) {
    return failure.kind() == Failure.Kind.LATE
        ? slot.circuit().late(failure.beganNanos(), slot.stuckCalls())
        : slot.circuit().failed();
  }

  /**
   * A full stack or a request for more memory than there is ends the strategy's call and gives back
   * what it held; where memory is really at its end, the launcher ends the process.
   */
  private static boolean survivable(VirtualMachineError thrown) {
    return thrown instanceof StackOverflowError || thrown instanceof OutOfMemoryError;
  }

  /** What a caller keeps of its time for whoever answers instead. */
  static long reserveMillis(long deadlineMillis) {
    return Math.min(deadlineMillis / 2, RESERVE_MILLIS);
  }
}
