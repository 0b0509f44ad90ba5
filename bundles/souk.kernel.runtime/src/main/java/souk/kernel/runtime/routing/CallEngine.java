package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.CallOptions;
import souk.kernel.api.CircuitState;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingException;
import souk.kernel.api.SessionReplay;
import souk.kernel.api.SessionWork;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;

/** Makes calls: picks a strategy, leases it, runs it, judges its answer, goes to the fallback. */
final class CallEngine {
  private static final Logger LOG = LoggerFactory.getLogger(CallEngine.class);

  private final RoleTable roles;
  private final RouterOptions options;
  private final StrategyAsker asker;
  private final Comparisons comparisons;
  private final Hosting hosting;
  private volatile boolean closed;

  CallEngine(
      RoleTable roles,
      RouterOptions options,
      IsolatedPool pool,
      CancelledThreads cancelledThreads,
      Comparisons comparisons) {
    this.comparisons = comparisons;
    this.roles = roles;
    this.options = options;
    this.asker = new StrategyAsker(options, pool, cancelledThreads);
    this.hosting = new Hosting(roles, options, pool, asker, this);
  }

  void close() {
    closed = true;
  }

  /** As {@link souk.kernel.api.RoutingSession#workOut}. */
  <O> O workOut(Session session, long deadlineMillis, List<Class<?>> types, SessionWork<O> work) {
    return closed ? work.with(session) : hosting.workOut(session, deadlineMillis, types, work);
  }

  <S, R> Routed<R> call(
      Class<S> type, CallOptions<R> how, StrategyCall<S, R> call, @Nullable Session session) {
    return call(type, how, call, session, new CallTrace());
  }

  /**
   * @param trace what happened before in this call; strategies in it are not asked
   */
  <S, R> Routed<R> call(
      Class<S> type,
      CallOptions<R> how,
      StrategyCall<S, R> call,
      @Nullable Session session,
      CallTrace trace) {
    Role role = roles.role(type.getSimpleName());
    if (how.only().isPresent()) {
      return only(role, how.only().get(), type, how, call, trace);
    }
    Session.Pin pin = session == null ? null : session.pin(role);
    if (pin != null) {
      Routed<R> answer = askPinned(pin, type, how, call, trace);
      if (answer != null) {
        answer =
            new Routed<>(answer.value(), answer.servedBy(), pin.fallbackReason(), answer.micros());
        return pin.trial() == null ? seen(role, answer, type, how, call, trace, session) : answer;
      }
    } else if (role.view().trials() != null) {
      Routed<R> answer = canary(role, role.view(), type, how, call, trace, session);
      if (answer != null) {
        return answer;
      }
    }
    while (true) {
      if (closed) {
        throw new RoutingException(
            RoutingException.Code.SHUTTING_DOWN, "The strategy router is shutting down.");
      }
      RoleView view = role.view();
      Routed<R> answer = pass(role, view, false, type, how, call, trace, session);
      if (answer == null && view == role.view()) {
        answer = pass(role, view, true, type, how, call, trace, session);
      }
      if (answer != null) {
        return seen(role, answer, type, how, call, trace, session);
      }
      if (view == role.view() && !role.awaitChange(view, options.absenceMillis())) {
        throw trace.exhausted(role);
      }
    }
  }

  private <S, R> @Nullable Routed<R> askPinned(
      Session.Pin pin,
      Class<S> type,
      CallOptions<R> how,
      StrategyCall<S, R> call,
      CallTrace trace) {
    Trial trial = pin.trial();
    return trial == null
        ? asker.ask(pin.slot(), pin.lease(), type, how, call, trace, 0, false)
        : onTrial(trial, pin.slot(), pin.lease(), type, how, call, trace);
  }

  /** Asks the candidate of a canary if it is this caller's turn; null if others are to answer. */
  private <S, R> @Nullable Routed<R> canary(
      Role role,
      RoleView view,
      Class<S> type,
      CallOptions<R> how,
      StrategyCall<S, R> call,
      CallTrace trace,
      @Nullable Session session) {
    RoleTrials trials = view.trials();
    Trial trial = trials == null ? null : trials.canary();
    if (trial == null || !trial.takes(session == null ? null : session.trafficKey())) {
      return null;
    }
    Slot slot = view.find(trial.strategy()).orElse(null);
    int lease = slot == null ? LeaseTable.REFUSED : slot.leases().acquire(Thread.currentThread());
    if (slot == null || lease == LeaseTable.REFUSED) {
      return null;
    }
    boolean kept = false;
    try {
      if (!isCandidate(slot, type, trace) || !mayStart(slot, false, trace) || !trial.expose()) {
        return null;
      }
      Routed<R> answer = onTrial(trial, slot, lease, type, how, call, trace);
      if (answer != null && session != null) {
        session.keep(new Session.Pin(role, slot, lease, Optional.empty(), trial));
        kept = true;
      } else if (answer != null && how.repeatable()) {
        comparisons.canary(trial, type, how, call, answer.value());
      }
      return answer;
    } finally {
      if (!kept) {
        slot.leases().release(lease);
      }
    }
  }

  /** Asks a candidate, always in the pool, and tells its trial how that went. */
  private <S, R> @Nullable Routed<R> onTrial(
      Trial trial,
      Slot slot,
      int lease,
      Class<S> type,
      CallOptions<R> how,
      StrategyCall<S, R> call,
      CallTrace trace) {
    long began = System.nanoTime();
    Routed<R> answer =
        asker.ask(
            slot,
            lease,
            type,
            how,
            call,
            trace,
            StrategyAsker.reserveMillis(how.deadlineMillis()),
            true);
    long nanos = System.nanoTime() - began;
    Failure failure = answer == null ? trace.lastFailure() : null;
    if (answer != null || (failure != null && failure.kind() != Failure.Kind.UNHEARD)) {
      comparisons.served(trial, TrialFigures.Served.of(nanos, failure));
    } else {
      trial.figures().dropped();
    }
    return answer;
  }

  /** A live answer that was good: shadows may see the call, and it may serve to warm others up. */
  <S, R> Routed<R> seen(
      Role role,
      Routed<R> answer,
      Class<S> type,
      CallOptions<R> how,
      StrategyCall<S, R> call,
      CallTrace trace,
      @Nullable Session session) {
    if (how.repeatable() && !answer.fallback()) {
      role.recorded().offer(type, how, call, answer.micros(), trace.startNanos());
      RoleTrials trials = role.view().trials();
      if (trials != null) {
        comparisons.shadows(
            trials, answer.servedBy(), type, how, call, answer.value(), session == null);
      }
    }
    return answer;
  }

  <O> void concluded(
      List<Session.Pin> pins, long deadlineMillis, O outcome, SessionReplay<O> again) {
    for (int i = 0; i < pins.size(); i++) {
      if (pins.get(i).role().view().trials() != null) {
        comparisons.concluded(List.copyOf(pins), deadlineMillis, outcome, again);
        return;
      }
    }
  }

  /**
   * Strategies of a role that fit the caller's class and are in rotation, in the order of asking.
   */
  List<StrategyRef> callable(Class<?> type) {
    List<StrategyRef> refs = new ArrayList<>();
    for (Slot slot : roles.role(type.getSimpleName()).view().order()) {
      int lease = slot.leases().acquire(Thread.currentThread());
      if (lease != LeaseTable.REFUSED) {
        try {
          if (type.isInstance(slot.service()) && slot.circuit().state() != CircuitState.OPEN) {
            refs.add(slot.ref());
          }
        } finally {
          slot.leases().release(lease);
        }
      }
    }
    return List.copyOf(refs);
  }

  /** One round over the strategies; null if none answered or the view is out of date. */
  private <S, R> @Nullable Routed<R> pass(
      Role role,
      RoleView view,
      boolean lastResort,
      Class<S> type,
      CallOptions<R> how,
      StrategyCall<S, R> call,
      CallTrace trace,
      @Nullable Session session) {
    Slot[] order = view.order();
    for (int i = 0; i < order.length; i++) {
      Slot slot = order[i];
      if (trace.tried(slot)) {
        continue;
      }
      int lease = slot.leases().acquire(Thread.currentThread());
      if (lease == LeaseTable.REFUSED) {
        if (role.view() != view) {
          return null;
        }
        trace.skipped(slot.ref(), "is draining");
        continue;
      }
      boolean kept = false;
      try {
        if (!isCandidate(slot, type, trace) || !mayStart(slot, lastResort, trace)) {
          continue;
        }
        long reserve = i + 1 < order.length ? StrategyAsker.reserveMillis(how.deadlineMillis()) : 0;
        Routed<R> answer = asker.ask(slot, lease, type, how, call, trace, reserve, false);
        if (answer != null) {
          Optional<String> reason = fallbackReason(view, slot, trace);
          if (reason.isPresent()) {
            countFallback(role, slot, reason.get());
            answer = new Routed<>(answer.value(), answer.servedBy(), reason, answer.micros());
          }
          if (session != null) {
            session.keep(new Session.Pin(role, slot, lease, reason, null));
            kept = true;
          }
          return answer;
        }
      } finally {
        if (!kept) {
          slot.leases().release(lease);
        }
      }
    }
    return null;
  }

  private <S, R> Routed<R> only(
      Role role,
      StrategyRef ref,
      Class<S> type,
      CallOptions<R> how,
      StrategyCall<S, R> call,
      CallTrace trace) {
    Slot slot = role.view().find(ref).orElse(null);
    int lease = slot == null ? LeaseTable.REFUSED : slot.leases().acquire(Thread.currentThread());
    if (slot == null || lease == LeaseTable.REFUSED) {
      throw unknown(ref);
    }
    try {
      Routed<R> answer =
          isCandidate(slot, type, trace)
              ? asker.ask(slot, lease, type, how, call, trace, 0, false)
              : null;
      if (answer == null) {
        throw trace.exhausted(role);
      }
      return answer;
    } finally {
      slot.leases().release(lease);
    }
  }

  private static boolean isCandidate(Slot slot, Class<?> type, CallTrace trace) {
    Object service = slot.service();
    if (service == null) {
      trace.skipped(slot.ref(), "has no service object");
      return false;
    }
    if (!type.isInstance(service)) {
      trace.skipped(slot.ref(), "was built against another copy of " + type.getName());
      return false;
    }
    return true;
  }

  private static boolean mayStart(Slot slot, boolean lastResort, CallTrace trace) {
    if (slot.circuit().allows(slot.isStuck()) || (lastResort && !slot.isStuck())) {
      return true;
    }
    trace.skipped(
        slot.ref(), "is out of rotation: it " + slot.lastFailure().orElse("failed too often"));
    return false;
  }

  static void countFallback(Role role, Slot slot, String reason) {
    role.countFallback();
    if (Long.bitCount(role.fallbacks()) == 1) {
      LOG.info(
          "{} answered instead: {}; {} fallbacks so far.", slot.ref(), reason, role.fallbacks());
    }
  }

  static Optional<String> fallbackReason(RoleView view, Slot slot, CallTrace trace) {
    StrategyRef selected = view.selected();
    if (selected == null ? slot == view.order()[0] : slot.ref().equals(selected)) {
      return Optional.empty();
    }
    String reason = trace.firstReason();
    if (reason == null) {
      reason =
          selected == null
              ? "others were out of rotation"
              : selected.strategy() + "@" + selected.version() + " is not here";
    }
    return Optional.of(reason);
  }

  static RoutingException unknown(StrategyRef ref) {
    return new RoutingException(
        RoutingException.Code.UNKNOWN_STRATEGY,
        "Strategy %s is not here or is draining.%nMaybe its bundle is not installed or not started."
            .formatted(ref));
  }
}
