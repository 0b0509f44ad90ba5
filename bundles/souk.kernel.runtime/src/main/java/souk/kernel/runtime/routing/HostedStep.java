package souk.kernel.runtime.routing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.StrategyCall;

/**
 * One call within hosted work. Either the worker ends it or the caller leaves it; what the worker
 * found may be read by the caller once the worker has ended it.
 */
final class HostedStep<S, R> {
  final Choice choice;
  final Class<S> type;
  final CallOptions<R> how;
  final StrategyCall<S, R> call;
  final CallTrace trace = new CallTrace();
  final long millis;
  final @Nullable Stage stage;
  private final AtomicBoolean over = new AtomicBoolean();
  private @Nullable R value;
  private @Nullable Failure failure;
  private long endedNanos;

  /**
   * @param watched true if the caller may leave it
   * @param proven as {@link Patience#of} wants it
   */
  HostedStep(
      Choice choice,
      Class<S> type,
      CallOptions<R> how,
      StrategyCall<S, R> call,
      boolean watched,
      boolean proven) {
    this.choice = choice;
    this.type = type;
    this.how = how;
    this.call = call;
    long reserve = choice.last() ? 0 : StrategyAsker.reserveMillis(how.deadlineMillis());
    this.millis = StrategyAsker.runMillis(how.deadlineMillis(), reserve, 0);
    this.stage =
        watched
            ? new Stage(
                Patience.of(beganNanos(), millis, how.deadlineMillis(), proven), beganNanos())
            : null;
  }

  long beganNanos() {
    return trace.startNanos();
  }

  /** Asks the strategy; true unless the caller has left meanwhile. */
  boolean run() {
    LeaseTable leases = choice.slot().leases();
    if (stage == null) {
      leases.callStarted(choice.lease(), beganNanos() + TimeUnit.MILLISECONDS.toNanos(millis));
    }
    try {
      value = StrategyAsker.checked(call.apply(type.cast(choice.service())), how);
    } catch (Throwable t) {
      failure = Failure.of(t);
    } finally {
      if (stage == null) {
        leases.callEnded(choice.lease());
      }
    }
    endedNanos = System.nanoTime();
    return over.compareAndSet(false, true);
  }

  /** The caller waits no longer; false if the worker has ended it. */
  boolean leave() {
    return over.compareAndSet(false, true);
  }

  boolean isOver() {
    return over.get();
  }

  long nanos() {
    return endedNanos - beganNanos();
  }

  long endedNanos() {
    return endedNanos;
  }

  @Nullable Failure failure() {
    return failure;
  }

  /** The answer; null if it failed. */
  @Nullable Routed<R> answer() {
    R known = value;
    return known == null
        ? null
        : new Routed<>(known, choice.slot().ref(), choice.fallbackReason(), nanos() / 1_000);
  }
}
