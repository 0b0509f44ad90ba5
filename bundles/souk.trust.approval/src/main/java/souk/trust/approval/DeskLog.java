package souk.trust.approval;

import java.time.Clock;
import java.util.function.Consumer;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.trust.api.Person;
import souk.trust.api.TrustException;

/** What the desk writes down beside the journal: who did what, when and why. */
final class DeskLog {
  private final DecisionLog decisions;
  private final Consumer<AuditEntry> audit;
  private final Clock clock;
  private final Json json = new Json();

  DeskLog(DecisionLog decisions, Consumer<AuditEntry> audit, Clock clock) {
    this.decisions = decisions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Unique and ordered by time. */
  String newReviewId() {
    return "OR-" + decisions.newId().value();
  }

  static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > 2_000) {
      throw new TrustException(
          "review.reason-missing",
          "A decision on an offer needs a reason of 1 to 2,000 characters, but got %d."
              .formatted(reason.strip().length()));
    }
  }

  /** Durable in the decision log and in the audit trail when it returns. */
  void write(Person person, String kind, String subject, String reason, String state) {
    Actor actor = person.actor();
    String body =
        json.text(
            json.object()
                .put("action", kind)
                .put("subject", subject)
                .put("state", state)
                .put("reason", reason));
    decisions.appendDurable(
        Decision.builder(decisions.newId(), "offer-desk", clock.instant())
            .actor(actor)
            .body(body)
            .build());
    audit.accept(
        AuditEntry.builder(actor, "offer." + kind, subject).reason(reason).after(state).build());
  }
}
