package souk.kernel.runtime.routing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Actor;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.CircuitState;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.TrialStatus.Verdict;
import souk.kernel.runtime.routing.TrialFigures.Finding;

/**
 * Running trials and those that ended lately. A guardrail takes the candidate out of traffic first
 * and then writes it down; people's changes are written down before they hold.
 */
final class TrialBoard {
  static final Actor GUARDRAIL = new Actor("guardrail", "system");
  private static final Logger LOG = LoggerFactory.getLogger(TrialBoard.class);
  private static final int KEPT = 50;
  private static final int ROUNDS_BETWEEN_SAVES = 20;

  private final RoleTable roles;
  private final TrialStore store;
  private final Audit audit;
  private final Clock clock;
  private final Copies copies;
  private final Promotion promotion;
  private final List<Trial> trials = new ArrayList<>();
  private List<Map<String, String>> saved = List.of();
  private int round;

  /** Makes a candidate that passed the primary. */
  @FunctionalInterface
  interface Promotion {
    void promote(StrategyRef candidate, String reason);
  }

  TrialBoard(
      RoleTable roles,
      TrialStore store,
      Audit audit,
      Clock clock,
      Copies copies,
      Promotion promotion) {
    this.roles = roles;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.copies = copies;
    this.promotion = promotion;
  }

  /** Takes over the trials of the last run; those that had ended stay ended. */
  synchronized void restore() {
    saved = store.load();
    for (Map<String, String> fields : saved) {
      TrialCodec.read(fields).ifPresent(trials::add);
    }
    trials.stream().map(t -> t.strategy().role()).distinct().forEach(this::show);
  }

  /** Persists, audits and starts a trial. */
  synchronized void start(Trial trial) {
    TrialDefinition definition = trial.definition();
    trials.add(0, trial);
    try {
      save();
      CanaryPlan plan = trial.plan();
      audit.write(
          plan == null ? "shadow" : "canary",
          definition.strategy(),
          Optional.of("primary " + Audit.text(definition.against())),
          plan == null ? "gets copies" : describe(plan),
          definition.startedBy(),
          definition.reason());
    } catch (RuntimeException e) {
      trials.remove(trial);
      save();
      throw e;
    }
    renewLimits(trial);
    show(definition.strategy().role());
  }

  private static String describe(CanaryPlan plan) {
    return String.format(
        Locale.ROOT,
        "serves %.2f %% for at most %d exposures",
        100 * plan.share(),
        plan.exposures());
  }

  /** Ends a trial by hand: audited first. */
  synchronized void stop(Trial trial, Verdict verdict, Actor actor, String reason) {
    if (!trial.running()) {
      return;
    }
    writeEnd(trial, actor, reason);
    trial.end(new Trial.End(verdict, clock.instant(), reason));
    show(trial.strategy().role());
    save();
  }

  /**
   * Ends a trial at once for what a guardrail found: from then on nobody is sent to the candidate.
   * The rest follows in another thread.
   */
  void found(Trial trial, Finding finding) {
    if (trial.end(new Trial.End(finding.verdict(), clock.instant(), finding.reason()))) {
      LOG.warn("Trial of {} ended, {}: {}.", trial.strategy(), finding.verdict(), finding.reason());
      copies.soon(() -> conclude(trial, finding));
    }
  }

  private void conclude(Trial trial, Finding finding) {
    show(trial.strategy().role());
    synchronized (this) {
      save();
      writeEnd(trial, GUARDRAIL, finding.verdict() + ": " + finding.reason());
    }
    CanaryPlan plan = trial.plan();
    if (finding.verdict() == Verdict.PASSED && plan != null && plan.promote()) {
      promotion.promote(trial.strategy(), "It passed as a canary: " + finding.reason());
    }
  }

  private void writeEnd(Trial trial, Actor actor, String reason) {
    CanaryPlan plan = trial.plan();
    audit.write(
        "trial-stop",
        trial.strategy(),
        Optional.of(plan == null ? "got copies" : describe(plan)),
        plan == null
            ? "gets no copies"
            : Audit.text(trial.definition().against()) + " serves all traffic",
        actor,
        reason);
  }

  /** Ends the trials that another primary has made pointless. */
  synchronized void superseded(StrategyRef primary, Actor actor) {
    for (Trial trial : running(primary.role())) {
      stop(trial, Verdict.SUPERSEDED, actor, "%s was selected".formatted(Audit.text(primary)));
    }
  }

  synchronized List<Trial> running(String role) {
    return trials.stream().filter(t -> t.running() && t.strategy().role().equals(role)).toList();
  }

  synchronized Optional<Trial> running(StrategyRef strategy) {
    return running(strategy.role()).stream().filter(t -> t.strategy().equals(strategy)).findFirst();
  }

  synchronized Optional<TrialStatus> picture(String id) {
    return trials.stream()
        .filter(t -> t.definition().id().equals(id))
        .findFirst()
        .map(t -> TrialPictures.of(t, roles));
  }

  /** Running ones first, then the newest first. */
  synchronized List<TrialStatus> pictures(@Nullable String role) {
    return trials.stream()
        .filter(t -> role == null || t.strategy().role().equals(role))
        .sorted(
            Comparator.comparing((Trial t) -> !t.running())
                .thenComparing(t -> t.definition().startedAt(), Comparator.reverseOrder()))
        .map(t -> TrialPictures.of(t, roles))
        .toList();
  }

  /** Upkeep: limits from the primary's figures, used budgets, open circuits, saved figures. */
  void round() {
    List<Trial> running;
    synchronized (this) {
      running = trials.stream().filter(Trial::running).toList();
    }
    for (Trial trial : running) {
      renewLimits(trial);
      judge(trial);
    }
    round++;
    if (round % ROUNDS_BETWEEN_SAVES == 0 && !running.isEmpty()) {
      save();
    }
  }

  private void judge(Trial trial) {
    CanaryPlan plan = trial.plan();
    if (plan == null) {
      return;
    }
    Optional<Slot> slot = roles.find(trial.strategy());
    if (slot.isPresent() && slot.get().circuit().state() == CircuitState.OPEN) {
      found(
          trial,
          new Finding(
              Verdict.STOPPED_ERRORS,
              "it was taken out of rotation; it " + slot.get().lastFailure().orElse("failed")));
    } else if (trial.budgetUsed() && trial.pending().get() == 0) {
      found(trial, trial.figures().atTheEnd(plan));
    }
  }

  private void renewLimits(Trial trial) {
    roles
        .find(trial.definition().against())
        .ifPresent(
            slot -> {
              long calls = slot.calls();
              double errors = calls < 100 ? 0 : (double) slot.failures() / calls;
              long live = slot.latency().micros(0.99, System.nanoTime());
              trial.renewLimits(Math.max(live, trial.figures().primaryP99Micros()), errors);
            });
  }

  private void show(String role) {
    roles.role(role).tryOut(RoleTrials.of(running(role)));
  }

  /** Writes running and lately ended trials, if anything changed. */
  synchronized void save() {
    while (trials.size() > KEPT && !trials.get(trials.size() - 1).running()) {
      trials.remove(trials.size() - 1);
    }
    List<Map<String, String>> now = trials.stream().map(TrialCodec::write).toList();
    if (!now.equals(saved)) {
      store.save(now);
      saved = now;
    }
  }
}
