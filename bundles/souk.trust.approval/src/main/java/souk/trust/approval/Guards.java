package souk.trust.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import souk.kernel.api.CallOptions;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.model.Reason;
import souk.plan.api.Plan;
import souk.trust.api.OfferChange;
import souk.trust.api.TrustException;
import souk.trust.api.Verdict;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/** Asks every guard that is there; one that fails blocks, and so does having none. */
final class Guards {
  private static final long DEADLINE_MILLIS = 10_000;

  private final StrategyRouter router;
  private final Supplier<List<StrategyRef>> guards;

  /**
   * @param guards all guards in rotation or tripped, but none that was taken out on purpose
   */
  Guards(StrategyRouter router, Supplier<List<StrategyRef>> guards) {
    this.router = router;
    this.guards = guards;
  }

  Verdict judge(Plan plan) {
    return judge("plan " + plan.id(), plan.id(), guard -> guard.judge(plan));
  }

  Verdict judge(OfferChange change) {
    return judge("change " + change.id(), change.id(), guard -> guard.judgeOffers(change));
  }

  private Verdict judge(String what, String id, Function<PolicyGuard, List<Violation>> judgement) {
    List<String> asked = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (StrategyRef guard : guards.get()) {
      asked.add(guard.strategy() + "@" + guard.version());
      violations.addAll(ask(guard, judgement));
    }
    if (asked.isEmpty()) {
      violations.add(
          new Violation(
              "no-guard",
              id,
              Violation.Severity.BLOCK,
              Reason.of(
                  "guard.none",
                  "0 guards are there to judge %s. Start the bundle souk.trust.policy."
                      .formatted(what),
                  id)));
    }
    return new Verdict(asked, violations);
  }

  private List<Violation> ask(StrategyRef guard, Function<PolicyGuard, List<Violation>> judgement) {
    CallOptions<List<Violation>> options =
        CallOptions.<List<Violation>>within(DEADLINE_MILLIS)
            .only(guard)
            .checkedBy(Guards::nonsense);
    try {
      return router.call(PolicyGuard.class, options, g -> List.copyOf(judgement.apply(g))).value();
    } catch (RoutingException e) {
      return List.of(
          new Violation(
              "guard-failed",
              guard.strategy(),
              Violation.Severity.BLOCK,
              Reason.of(
                  "guard.failed",
                  "Guard %s could not judge: %s".formatted(guard, e.getMessage()),
                  guard,
                  e.getMessage())));
    }
  }

  private static Optional<String> nonsense(List<Violation> violations) {
    return violations.stream().anyMatch(v -> v.severity() == null || v.reason() == null)
        ? Optional.of("a violation without severity or reason")
        : Optional.empty();
  }

  /** The refusal of what is blocked, naming the first findings. */
  static TrustException blocked(String planId, Verdict verdict) {
    return refusal("plan " + planId, verdict);
  }

  static TrustException refusal(String what, Verdict verdict) {
    List<Violation> blocking =
        verdict.violations().stream()
            .filter(v -> v.severity() == Violation.Severity.BLOCK)
            .toList();
    StringBuilder text =
        new StringBuilder("The guards block %s with %d findings.".formatted(what, blocking.size()));
    blocking.stream()
        .limit(3)
        .forEach(
            v ->
                text.append('\n')
                    .append(v.rule())
                    .append(" at ")
                    .append(v.where())
                    .append(": ")
                    .append(v.reason().text()));
    return new TrustException("guard.blocked", text.toString());
  }
}
