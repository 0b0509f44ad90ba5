package souk.kernel.runtime.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import souk.kernel.api.CallOptions;
import souk.kernel.api.SessionReplay;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;
import souk.kernel.runtime.routing.TrialFigures.Finding;
import souk.kernel.runtime.routing.TrialFigures.Served;

/**
 * Works live calls and sessions out once more on the other side of a trial, apart from them, and
 * hands what comes of it to the trial. The live answer is never touched.
 */
final class Comparisons {
  private static final int SESSION_DEADLINES = 4;
  private static final long MAX_DEADLINE_MILLIS = 10_000;

  /** What the other side answered to the same. */
  private record Compared(boolean equal, String difference, List<Measures.Pair> pairs) {}

  private final RoleTable roles;
  private final Copies copies;
  private final Measures measures;
  private final BiConsumer<Trial, Finding> onFinding;

  /**
   * @param onFinding told what a guardrail found; must not block
   */
  Comparisons(
      RoleTable roles, Copies copies, Measures measures, BiConsumer<Trial, Finding> onFinding) {
    this.roles = roles;
    this.copies = copies;
    this.measures = measures;
    this.onFinding = onFinding;
  }

  /** A live call of a candidate has ended. */
  void served(Trial trial, Served call) {
    trial
        .figures()
        .served(call, trial.slowNanos(), trial.toleratedErrors())
        .ifPresent(finding -> onFinding.accept(trial, finding));
  }

  /**
   * The primary answered a call: shadows get copies.
   *
   * @param measured true outside sessions; in a session its outcome is measured
   */
  <S, R> void shadows(
      RoleTrials trials,
      StrategyRef servedBy,
      Class<S> type,
      CallOptions<R> how,
      StrategyCall<S, R> call,
      R answer,
      boolean measured) {
    for (Trial trial : trials.shadows()) {
      if (!trial.running() || !servedBy.equals(trial.definition().against())) {
        continue;
      }
      boolean queued =
          copies.affordable()
              && copies.submit(
                  () -> compare(trial, trial.strategy(), type, how, call, answer, measured));
      if (!queued) {
        trial.figures().dropped();
      }
    }
  }

  /** The candidate of a canary answered a call outside sessions. */
  <S, R> void canary(
      Trial trial, Class<S> type, CallOptions<R> how, StrategyCall<S, R> call, R answer) {
    trial.pending().incrementAndGet();
    boolean queued =
        copies.submit(
            () -> {
              try {
                compare(trial, trial.definition().against(), type, how, call, answer, true);
              } finally {
                trial.pending().decrementAndGet();
              }
            });
    if (!queued) {
      trial.pending().decrementAndGet();
      trial.figures().dropped();
    }
  }

  private <S, R> void compare(
      Trial trial,
      StrategyRef other,
      Class<S> type,
      CallOptions<R> how,
      StrategyCall<S, R> call,
      R answer,
      boolean measured) {
    run(
        trial,
        other,
        Map.of(other.role(), other),
        Math.min(MAX_DEADLINE_MILLIS, how.deadlineMillis()),
        session -> {
          R copy = session.call(type, how, call).value();
          boolean equal = SameAnswer.test(answer, copy);
          boolean ours = trial.plan() != null;
          Object primary = ours ? copy : answer;
          Object candidate = ours ? answer : copy;
          return new Compared(
              equal,
              equal ? "" : SameAnswer.difference(primary, candidate),
              measured ? measures.of(primary, candidate) : List.of());
        },
        true);
  }

  /** A session has an outcome: every trial it touched gets it worked out on the other side. */
  <O> void concluded(
      List<Session.Pin> pins, long deadlineMillis, O outcome, SessionReplay<O> again) {
    Map<String, StrategyRef> live = null;
    for (Session.Pin pin : pins) {
      RoleTrials trials = pin.role().view().trials();
      if (trials == null) {
        continue;
      }
      live = live == null ? refs(pins) : live;
      long deadline = Math.min(MAX_DEADLINE_MILLIS, SESSION_DEADLINES * deadlineMillis);
      Trial served = pin.trial();
      if (served != null) {
        again(served, served.definition().against(), live, deadline, outcome, again);
      } else if (pin.fallbackReason().isEmpty()) {
        for (Trial shadow : trials.shadows()) {
          if (shadow.running() && pin.slot().ref().equals(shadow.definition().against())) {
            again(shadow, shadow.strategy(), live, deadline, outcome, again);
          }
        }
      }
    }
  }

  private <O> void again(
      Trial trial,
      StrategyRef other,
      Map<String, StrategyRef> live,
      long deadlineMillis,
      O outcome,
      SessionReplay<O> again) {
    boolean canary = trial.plan() != null;
    if (!canary && !copies.affordable()) {
      trial.figures().dropped();
      return;
    }
    Map<String, StrategyRef> pinned = new HashMap<>(live);
    pinned.put(other.role(), other);
    trial.pending().incrementAndGet();
    boolean queued =
        copies.submit(
            () -> {
              try {
                run(
                    trial,
                    other,
                    pinned,
                    deadlineMillis,
                    session -> {
                      O twin = again.outcome(session);
                      return new Compared(
                          true,
                          "",
                          canary ? measures.of(twin, outcome) : measures.of(outcome, twin));
                    },
                    false);
              } finally {
                trial.pending().decrementAndGet();
              }
            });
    if (!queued) {
      trial.pending().decrementAndGet();
      trial.figures().dropped();
    }
  }

  /** Works a case out with the given strategies and books it; runs in a thread for copies. */
  private void run(
      Trial trial,
      StrategyRef other,
      Map<String, StrategyRef> pinned,
      long deadlineMillis,
      SessionReplay<Compared> work,
      boolean countsAgreement) {
    Slot slot = roles.find(other).orElse(null);
    if (!trial.running() || slot == null) {
      return;
    }
    TwinSession twin = new TwinSession(roles, other, pinned);
    Copies.Outcome<Compared> outcome;
    try {
      outcome = copies.run(slot, deadlineMillis, () -> work.outcome(twin));
    } finally {
      twin.close();
    }
    boolean shadow = trial.plan() == null;
    if (shadow) {
      copies.spend(outcome.nanos());
    }
    if (!outcome.started()) {
      trial.figures().dropped();
      return;
    }
    Failure failure = outcome.failure();
    boolean hung = failure != null && failure.kind() == Failure.Kind.LATE;
    Failure own = hung ? failure : twin.failure();
    if (shadow && (countsAgreement || own != null)) {
      served(trial, Served.of(outcome.nanos(), own));
    } else if (!shadow && failure == null) {
      trial.figures().primaryTook(outcome.nanos());
    }
    Compared compared = outcome.value();
    if (compared == null) {
      if (own == null || !shadow) {
        trial.figures().dropped();
      }
      return;
    }
    if (countsAgreement) {
      trial.figures().compared(compared.equal(), compared.difference());
    }
    for (Measures.Pair pair : compared.pairs()) {
      trial
          .figures()
          .measured(pair.metric(), pair.primary(), pair.candidate())
          .ifPresent(finding -> onFinding.accept(trial, finding));
    }
  }

  private static Map<String, StrategyRef> refs(List<Session.Pin> pins) {
    Map<String, StrategyRef> refs = new HashMap<>();
    pins.forEach(pin -> refs.put(pin.role().name(), pin.slot().ref()));
    return refs;
  }
}
