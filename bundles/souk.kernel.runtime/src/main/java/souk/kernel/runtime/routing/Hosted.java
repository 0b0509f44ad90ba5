package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;

/**
 * The session of work that is done in one thread of the pool: strategies that were leased before
 * are asked there, and the caller watches each call. It holds no lease and counts nothing; that is
 * the caller's. Whatever does not go well ends the work, which is then begun again.
 */
final class Hosted implements RoutingSession, Stages {
  /** How a call goes on for which the work has to be begun again; there is no more to say. */
  static final class Again extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Again() {
      super("The work is to be begun again.", null, false, false);
    }
  }

  private final List<Choice> choices;
  private final IsolatedPool pool;
  private final Thread caller;
  private final long isolateFromMillis;
  private final Stage start;
  private final List<HostedStep<?, ?>> steps = new ArrayList<>(2);
  private volatile @Nullable HostedStep<?, ?> current;
  private @Nullable HostedStep<?, ?> left;
  private boolean again;

  /**
   * @param start how long to wait for a thread that takes the work up
   */
  Hosted(List<Choice> choices, IsolatedPool pool, long isolateFromMillis, Patience start) {
    this.choices = choices;
    this.pool = pool;
    this.caller = Thread.currentThread();
    this.isolateFromMillis = isolateFromMillis;
    this.start = new Stage(start, 0);
  }

  @Override
  public <S, R> Routed<R> call(Class<S> type, CallOptions<R> how, StrategyCall<S, R> call) {
    Choice choice = how.only().isPresent() ? null : choice(type);
    if (again || choice == null) {
      throw giveUp();
    }
    Slot slot = choice.slot();
    boolean watched = !slot.info().inline() || how.deadlineMillis() >= isolateFromMillis;
    boolean proven = slot.proven() && pool.quarantined() == 0;
    HostedStep<S, R> step = new HostedStep<>(choice, type, how, call, watched, proven);
    current = step;
    wakeIfShort(step);
    if (!step.run()) {
      throw giveUp();
    }
    steps.add(step);
    IsolatedThread thread = (IsolatedThread) Thread.currentThread();
    boolean asBefore = thread.leftAsFound();
    Routed<R> answer = step.answer();
    if (answer == null || !asBefore) {
      throw giveUp();
    }
    return answer;
  }

  /** The caller looks now and then; too seldom for a call that has but a moment. */
  private void wakeIfShort(HostedStep<?, ?> step) {
    if (step.stage != null
        && step.stage.patience().untilEnd(step.beganNanos()) - step.beganNanos()
            < 2 * Patience.SLICE_NANOS) {
      LockSupport.unpark(caller);
    }
  }

  private Again giveUp() {
    again = true;
    return new Again();
  }

  private @Nullable Choice choice(Class<?> type) {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).type() == type) {
        return isAsked(type) ? null : choices.get(i);
      }
    }
    return null;
  }

  private boolean isAsked(Class<?> type) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).type == type) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<StrategyRef> served() {
    List<StrategyRef> served = new ArrayList<>(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      served.add(steps.get(i).choice.slot().ref());
    }
    return List.copyOf(served);
  }

  /** The session is the caller's. */
  @Override
  public void close() {
    throw new IllegalStateException("Work must not close the session it is given.");
  }

  @Override
  public @Nullable Stage at(long takenNanos) {
    if (takenNanos == 0) {
      return start;
    }
    HostedStep<?, ?> step = current;
    return step == null || step.isOver() ? null : step.stage;
  }

  @Override
  public boolean leave(IsolatedTask<?> task, Stage stage) {
    if (stage == start) {
      return task.withdraw();
    }
    HostedStep<?, ?> step = current;
    if (step == null || step.stage != stage || !step.leave()) {
      return false;
    }
    left = step;
    return true;
  }

  /** The call that the caller has left; null if there is none. For the caller. */
  @Nullable HostedStep<?, ?> left() {
    return left;
  }

  /** The calls that ended, in order; for the caller, once the wait is over. */
  List<HostedStep<?, ?>> steps() {
    return steps;
  }

  /** True if the outcome must not be used; for the caller, once the work has ended. */
  boolean again() {
    return again;
  }
}
