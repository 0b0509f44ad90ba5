package souk.edge.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;

/** An audit trail in memory; newest first. */
final class FakeAudit implements AuditTrail {
  private final List<AuditEntry> entries = new ArrayList<>();

  @Override
  public synchronized AuditEntry record(AuditEntry entry) {
    AuditEntry recorded =
        AuditEntry.builder(entry.actor(), entry.kind(), entry.subject())
            .reason(entry.reason())
            .recorded("A-" + (entries.size() + 1), Instant.EPOCH.plusSeconds(entries.size()))
            .build();
    entries.add(0, recorded);
    return recorded;
  }

  @Override
  public synchronized List<AuditEntry> entries(AuditQuery query, int limit) {
    List<AuditEntry> found = new ArrayList<>();
    boolean reached = query.before().isEmpty();
    for (AuditEntry entry : entries) {
      if (reached && query.matches(entry) && found.size() < limit) {
        found.add(entry);
      }
      reached = reached || entry.id().equals(query.before().orElse(""));
    }
    return found;
  }
}
