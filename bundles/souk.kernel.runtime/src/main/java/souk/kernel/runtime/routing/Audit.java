package souk.kernel.runtime.routing;

import java.util.Optional;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.StrategyRef;

/** Records changes of routing in the audit trail, durably. */
final class Audit {
  private final AuditTrail trail;

  Audit(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * @param kind {@code selection}, {@code rollback}, {@code drain}, {@code restore}, {@code
   *     shadow}, {@code canary} or {@code trial-stop}
   */
  void write(
      String kind, StrategyRef ref, Optional<StrategyRef> before, Actor actor, String reason) {
    write(kind, ref, before.map(Audit::text), text(ref), actor, reason);
  }

  void write(
      String kind,
      StrategyRef ref,
      Optional<String> before,
      String after,
      Actor actor,
      String reason) {
    AuditEntry.Builder entry =
        AuditEntry.builder(actor, kind, ref.toString()).reason(reason).after(after);
    before.ifPresent(entry::before);
    trail.record(entry.build());
  }

  static String text(StrategyRef ref) {
    return ref.strategy() + "@" + ref.version();
  }
}
