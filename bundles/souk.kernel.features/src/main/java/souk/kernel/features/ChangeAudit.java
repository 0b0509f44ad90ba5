package souk.kernel.features;

import java.util.Locale;
import java.util.function.Consumer;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.FeatureChange;
import souk.kernel.features.change.PlannedChange;

/** Writes who changed which features; refusals and failures too. */
final class ChangeAudit {
  private final AuditTrail trail;

  ChangeAudit(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * Runs a change that records itself just before it comes into force.
   *
   * @param change receives what records it
   */
  void guard(PlannedChange plan, Actor actor, String reason, Consumer<Runnable> change) {
    String kind = "feature." + plan.change().kind().name().toLowerCase(Locale.ROOT);
    String subject = subject(plan);
    try {
      change.accept(
          () ->
              trail.record(
                  AuditEntry.builder(actor, kind, subject)
                      .reason(reason)
                      .before(words(plan.featuresOut()))
                      .after(words(plan.featuresIn()))
                      .build()));
    } catch (RuntimeException e) {
      trail.record(
          AuditEntry.builder(actor, kind + ".failed", subject)
              .reason(reason)
              .after(String.valueOf(e.getMessage()))
              .build());
      throw e;
    }
  }

  void uploaded(String id, Actor actor) {
    trail.record(AuditEntry.builder(actor, "feature.upload", id).after("checked and kept").build());
  }

  private static String subject(PlannedChange plan) {
    if (plan.change().kind() == FeatureChange.Kind.UNDO) {
      return "the last change of features";
    }
    return plan.change().feature();
  }

  private static String words(java.util.List<String> features) {
    return features.isEmpty() ? "absent" : String.join(", ", features);
  }
}
