package souk.trust.approval;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.Documents;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyRouter;
import souk.plan.api.Plans;
import souk.trust.api.Approvals;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;
import souk.trust.api.Verdict;
import souk.trust.api.Violation;

/** Lets people approve and reject plans; guards judge first, every step is in the journal. */
@Component
public final class ApprovalService implements Approvals {
  private final Reviews reviews;
  private final DecisionLog decisions;
  private final Clock clock;
  private final Consumer<AuditEntry> audit;
  private final Json json = new Json();

  @Activate
  public ApprovalService(
      @Reference Plans plans,
      @Reference Documents documents,
      @Reference StrategyRouter router,
      @Reference RouterAdmin admin,
      @Reference DecisionLog decisions,
      @Reference AuditTrail trail) {
    this(
        new Reviews(
            plans, documents, new Guards(router, () -> GuardList.of(admin)), Clock.systemUTC()),
        decisions,
        Clock.systemUTC(),
        trail::record);
  }

  ApprovalService(Reviews reviews, DecisionLog decisions, Clock clock) {
    this(reviews, decisions, clock, entry -> {});
  }

  ApprovalService(Reviews reviews, DecisionLog decisions, Clock clock, Consumer<AuditEntry> audit) {
    this.reviews = reviews;
    this.decisions = decisions;
    this.clock = clock;
    this.audit = audit;
  }

  @Override
  public Review review(String planId) {
    return reviews.current(planId).review();
  }

  @Override
  public Review approve(String planId, Actor actor, String reason) {
    requireReason(reason);
    Reviews.Kept kept = reviews.current(planId);
    Transitions.APPROVE.require(kept.review());
    Verdict verdict = reviews.judge(reviews.plan(planId));
    if (verdict.blocked()) {
      Review blocked =
          reviews.with(
              kept.review(),
              ReviewState.BLOCKED,
              verdict,
              reviews.step(actor, "approve-blocked", reason));
      log(reviews.keep(kept, blocked).review(), actor, "approve-blocked", reason);
      throw Guards.blocked(planId, verdict);
    }
    Review.Step step = reviews.step(actor, "approve", reason);
    boolean enough = approvers(kept.review(), actor).size() >= needed(verdict);
    ReviewState state = enough ? Transitions.APPROVE.target() : ReviewState.PROPOSED;
    Review approved =
        reviews.keep(kept, reviews.with(kept.review(), state, verdict, step)).review();
    log(approved, actor, "approve", reason);
    return approved;
  }

  @Override
  public Review reject(String planId, Actor actor, String reason) {
    requireReason(reason);
    Reviews.Kept kept = reviews.current(planId);
    Transitions.REJECT.require(kept.review());
    Review rejected =
        reviews.with(
            kept.review(),
            Transitions.REJECT.target(),
            kept.review().verdict(),
            reviews.step(actor, "reject", reason));
    log(reviews.keep(kept, rejected).review(), actor, "reject", reason);
    return rejected;
  }

  private static Set<String> approvers(Review review, Actor next) {
    Set<String> names = new LinkedHashSet<>();
    review.steps().stream()
        .filter(step -> step.action().equals("approve"))
        .forEach(step -> names.add(step.actor()));
    names.add(next.name());
    return names;
  }

  private static int needed(Verdict verdict) {
    return verdict.violations().stream()
            .anyMatch(v -> v.severity() == Violation.Severity.SECOND_PERSON)
        ? 2
        : 1;
  }

  private static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > 2_000) {
      throw new TrustException(
          "review.reason-missing",
          "A decision on a plan needs a reason of 1 to 2,000 characters, but got %d."
              .formatted(reason.strip().length()));
    }
  }

  private void log(Review review, Actor actor, String action, String reason) {
    String body =
        json.text(
            json.object()
                .put("planId", review.planId())
                .put("action", action)
                .put("state", review.state().name())
                .put("reason", reason));
    decisions.appendDurable(
        Decision.builder(decisions.newId(), "approval", clock.instant())
            .actor(actor)
            .body(body)
            .build());
    audit.accept(
        AuditEntry.builder(actor, "plan." + action, review.planId())
            .reason(reason)
            .after(review.state().name().toLowerCase(Locale.ROOT))
            .build());
  }
}
