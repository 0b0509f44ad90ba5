package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.CircuitState;
import souk.kernel.api.Routed;
import souk.kernel.api.SessionWork;

/**
 * Has work done in one thread of the pool when strategies of others take part in it, all of them in
 * good health and none on trial as a canary; and in the caller's thread otherwise, as well as when
 * something went wrong in the pool.
 */
final class Hosting {
  private final RoleTable roles;
  private final RouterOptions options;
  private final IsolatedPool pool;
  private final StrategyAsker asker;
  private final CallEngine engine;

  Hosting(
      RoleTable roles,
      RouterOptions options,
      IsolatedPool pool,
      StrategyAsker asker,
      CallEngine engine) {
    this.roles = roles;
    this.options = options;
    this.pool = pool;
    this.asker = asker;
    this.engine = engine;
  }

  <O> O workOut(Session session, long deadlineMillis, List<Class<?>> types, SessionWork<O> work) {
    List<Choice> choices = choices(types);
    if (choices.isEmpty()) {
      return work.with(session);
    }
    List<Choice> open = new ArrayList<>(choices);
    SecondBeginning second;
    try {
      Choice stranger = stranger(choices);
      long began = System.nanoTime();
      boolean proven = stranger.slot().proven() && pool.quarantined() == 0;
      long reserve = stranger.last() ? 0 : StrategyAsker.reserveMillis(deadlineMillis);
      long millis = StrategyAsker.runMillis(deadlineMillis, reserve, 0);
      Hosted hosted =
          new Hosted(
              choices,
              pool,
              options.isolateFromMillis(),
              Patience.of(began, millis, deadlineMillis, proven));
      IsolatedTask<O> task = pool.start(() -> work.with(hosted), Patience.forPlace(millis, proven));
      second = new SecondBeginning(session, engine);
      if (task == null) {
        second.failed(stranger, Failure.unheard("found the isolation pool full"));
      } else if (!task.await(hosted) && hosted.left() == null) {
        stopIfInterrupted(stranger.slot());
        long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        second.failed(stranger, Failure.unheard("found no processor in " + waited + " ms"));
      } else {
        O outcome = settle(session, hosted, task, second, open);
        if (outcome != null) {
          return outcome;
        }
      }
    } finally {
      release(open);
    }
    return work.with(second);
  }

  /**
   * Books what the calls came to, and takes those that answered, whose leases are the session's
   * from then on, out of the open ones.
   *
   * @return the outcome, or null if the work has to be begun again
   */
  private <O> @Nullable O settle(
      Session session,
      Hosted hosted,
      IsolatedTask<O> task,
      SecondBeginning second,
      List<Choice> open) {
    HostedStep<?, ?> left = hosted.left();
    Failure late = left == null ? null : leave(left, task);
    for (HostedStep<?, ?> step : List.copyOf(hosted.steps())) {
      Failure failure = step.failure();
      step.choice.slot().answered(step.nanos(), step.endedNanos());
      if (failure == null) {
        open.removeIf(choice -> choice == step.choice);
        answered(session, step, second);
      } else {
        asker.judge(step.choice.slot(), failure, true);
        second.failed(step.choice, failure);
      }
    }
    if (left != null && late != null) {
      long ended = System.nanoTime();
      left.choice.slot().answered(ended - left.beganNanos(), ended);
      asker.judge(left.choice.slot(), late, true);
      second.failed(left.choice, late);
      return null;
    }
    Failure own = task.failure();
    if (hosted.again() || own == null) {
      return hosted.again() ? null : task.value();
    }
    throw thrown(own);
  }

  /** What the work itself threw. */
  private static RuntimeException thrown(Failure own) {
    Throwable cause = own.cause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(own.text(), cause);
  }

  private Failure leave(HostedStep<?, ?> step, IsolatedTask<?> task) {
    Slot slot = step.choice.slot();
    boolean endedSince = StrategyAsker.leave(slot, task);
    StrategyAsker.stopIfInterrupted(slot);
    return Failure.late(
        step.beganNanos(), step.millis, endedSince ? "" : StrategyAsker.whereIfTold(slot, task));
  }

  private <S, R> void answered(Session session, HostedStep<S, R> step, SecondBeginning second) {
    Choice choice = step.choice;
    Routed<R> answer = step.answer();
    if (answer == null) {
      throw new IllegalStateException("A call without a failure has no answer.");
    }
    choice.slot().circuit().succeeded();
    choice
        .fallbackReason()
        .ifPresent(why -> CallEngine.countFallback(choice.role(), choice.slot(), why));
    session.keep(
        new Session.Pin(
            choice.role(), choice.slot(), choice.lease(), choice.fallbackReason(), null));
    session.took(step.how.deadlineMillis());
    second.answered(step.type, answer);
    engine.seen(choice.role(), answer, step.type, step.how, step.call, step.trace, session);
  }

  private static void stopIfInterrupted(Slot slot) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(
          "The calling thread was interrupted while it waited for " + slot.ref() + ".");
    }
  }

  /** The first that must not run in the caller's thread; it is the one that is waited for. */
  private static Choice stranger(List<Choice> choices) {
    for (Choice choice : choices) {
      if (!choice.slot().info().inline()) {
        return choice;
      }
    }
    throw new IllegalArgumentException("Nobody needs a thread of the pool.");
  }

  /** Leases the first in line of each role; none unless the pool is the place for the work. */
  private List<Choice> choices(List<Class<?>> types) {
    if (Thread.currentThread() instanceof IsolatedThread || !strangersServe(types)) {
      return List.of();
    }
    List<Choice> choices = new ArrayList<>(types.size());
    boolean strangers = false;
    for (Class<?> type : types) {
      Role role = roles.role(type.getSimpleName());
      Choice choice = choice(role, role.view(), type);
      if (choice == null) {
        release(choices);
        return List.of();
      }
      choices.add(choice);
      strangers |= !choice.slot().info().inline();
    }
    if (!strangers) {
      release(choices);
      return List.of();
    }
    return choices;
  }

  private static void release(List<Choice> choices) {
    choices.forEach(choice -> choice.slot().leases().release(choice.lease()));
  }

  private boolean strangersServe(List<Class<?>> types) {
    boolean strangers = false;
    for (int i = 0; i < types.size(); i++) {
      RoleView view = roles.role(types.get(i).getSimpleName()).view();
      RoleTrials trials = view.trials();
      if (view.order().length == 0
          || (trials != null && trials.canary() != null)
          || view.order()[0].circuit().state() != CircuitState.CLOSED) {
        return false;
      }
      strangers |= !view.order()[0].info().inline();
    }
    return strangers;
  }

  private static @Nullable Choice choice(Role role, RoleView view, Class<?> type) {
    if (view.order().length == 0) {
      return null;
    }
    Slot slot = view.order()[0];
    int lease = slot.leases().acquire(Thread.currentThread());
    if (lease == LeaseTable.REFUSED) {
      return null;
    }
    Object service = slot.service();
    if (service == null || !type.isInstance(service)) {
      slot.leases().release(lease);
      return null;
    }
    Optional<String> reason = CallEngine.fallbackReason(view, slot, new CallTrace());
    return new Choice(role, type, slot, lease, service, reason, view.order().length == 1);
  }
}
