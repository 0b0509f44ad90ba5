package souk.kernel.runtime.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.StrategyRef;
import souk.model.DecisionId;

/**
 * The audit trail as decisions of the kind {@code audit}; the newest are kept in memory, once asked
 * for, so that looking does not read the log again.
 */
@Component
public final class DefaultAuditTrail implements AuditTrail {
  static final String KIND = "audit";

  /** Kinds under which version 0.1 logged changes of routing. */
  private static final List<String> OLD_KINDS = List.of("selection", "drain", "restore");

  /** Entries that can be searched. */
  static final int KEPT = 10_000;

  private final DecisionLog log;
  private final Clock clock;
  private final AuditJson json = new AuditJson();
  private @Nullable Deque<AuditEntry> newest;

  @Activate
  public DefaultAuditTrail(@Reference DecisionLog log) {
    this(log, Clock.systemUTC());
  }

  DefaultAuditTrail(DecisionLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  @Override
  public synchronized AuditEntry record(AuditEntry entry) {
    DecisionId id = log.newId();
    Instant at = clock.instant();
    log.appendDurable(
        Decision.builder(id, KIND, at)
            .actor(entry.actor())
            .strategies(strategies(entry))
            .body(json.body(entry))
            .build());
    AuditEntry.Builder known =
        AuditEntry.builder(entry.actor(), entry.kind(), entry.subject())
            .recorded(id.value(), at)
            .reason(entry.reason());
    entry.before().ifPresent(known::before);
    entry.after().ifPresent(known::after);
    AuditEntry recorded = known.build();
    if (newest != null) {
      newest.addFirst(recorded);
      if (newest.size() > KEPT) {
        newest.removeLast();
      }
    }
    return recorded;
  }

  @Override
  public synchronized List<AuditEntry> entries(AuditQuery query, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "The number of audit entries must be 1 or more, but is %d.".formatted(limit));
    }
    List<AuditEntry> found = new ArrayList<>();
    Optional<String> before = query.before();
    boolean reached = before.isEmpty();
    for (AuditEntry entry : newest()) {
      if (reached && query.matches(entry)) {
        found.add(entry);
        if (found.size() == limit) {
          break;
        }
      }
      reached = reached || entry.id().equals(before.get());
    }
    return found;
  }

  private Deque<AuditEntry> newest() {
    Deque<AuditEntry> known = newest;
    if (known == null) {
      List<AuditEntry> all = new ArrayList<>(read(KIND));
      OLD_KINDS.forEach(kind -> all.addAll(read(kind)));
      all.sort(Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::id).reversed());
      known = new ArrayDeque<>(all.subList(0, Math.min(KEPT, all.size())));
      newest = known;
    }
    return known;
  }

  private List<AuditEntry> read(String kind) {
    return log.latest(kind, KEPT).stream().map(json::entry).toList();
  }

  /** A subject of the form role:strategy@version names a strategy. */
  private static List<StrategyRef> strategies(AuditEntry entry) {
    int colon = entry.subject().indexOf(':');
    int at = entry.subject().lastIndexOf('@');
    return colon < 1 || at < colon
        ? List.of()
        : List.of(
            new StrategyRef(
                entry.subject().substring(0, colon),
                entry.subject().substring(colon + 1, at),
                entry.subject().substring(at + 1)));
  }
}
