package souk.kernel.runtime.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.Decision;
import souk.kernel.runtime.decisions.TestLog;

class DefaultAuditTrailTest {
  private static final Actor ZOE = new Actor("zoë", "http");

  @TempDir Path folder;
  private final List<TestLog> logs = new ArrayList<>();

  @AfterEach
  void close() {
    logs.forEach(TestLog::close);
  }

  @Test
  void entriesAreReadNewestFirstAlsoAfterARestart() {
    DefaultAuditTrail trail = open();
    AuditEntry first =
        trail.record(
            AuditEntry.builder(ZOE, "feature.install", "souk.feature.plan")
                .reason("价格 \"now\"")
                .before("absent")
                .after("0.2.0")
                .build());
    trail.record(AuditEntry.builder(Actor.system(), "backup", "state").build());
    assertEquals(2, trail.entries(AuditQuery.all(), 10).size());
    logs.get(0).close();

    List<AuditEntry> again = open().entries(AuditQuery.all(), 10);
    assertEquals("backup", again.get(0).kind());
    AuditEntry found = again.get(1);
    assertEquals(first.id(), found.id());
    assertEquals(first.at(), found.at());
    assertEquals(ZOE, found.actor());
    assertEquals("价格 \"now\"", found.reason());
    assertEquals(Optional.of("absent"), found.before());
    assertEquals(Optional.of("0.2.0"), found.after());
  }

  @Test
  void queriesNarrowByEveryField() {
    DefaultAuditTrail trail = open();
    trail.record(AuditEntry.builder(ZOE, "feature.install", "souk.feature.plan").build());
    trail.record(AuditEntry.builder(ZOE, "selection", "LinePricer:a@1.0.0").reason("Why").build());
    trail.record(AuditEntry.builder(Actor.system(), "selection", "LinePricerX:a@1.0.0").build());
    assertEquals(1, count(trail, AuditQuery.builder().kind("feature").build()));
    assertEquals(0, count(trail, AuditQuery.builder().kind("feat").build()));
    assertEquals(1, count(trail, AuditQuery.about("LinePricer")));
    assertEquals(2, count(trail, AuditQuery.builder().actor("zoë").build()));
    assertEquals(1, count(trail, AuditQuery.builder().text("wHY").build()));
    assertEquals(0, count(trail, AuditQuery.builder().since(Instant.MAX).build()));
    assertThrows(IllegalArgumentException.class, () -> trail.entries(AuditQuery.all(), 0));
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrOverlap() {
    DefaultAuditTrail trail = open();
    for (int i = 0; i < 25; i++) {
      trail.record(AuditEntry.builder(ZOE, "load", "file " + i).build());
    }
    List<String> seen = new ArrayList<>();
    AuditQuery.Builder query = AuditQuery.builder().kind("load");
    while (true) {
      List<AuditEntry> page = trail.entries(query.build(), 7);
      if (page.isEmpty()) {
        break;
      }
      page.forEach(e -> seen.add(e.subject()));
      query.before(page.get(page.size() - 1).id());
    }
    assertEquals(25, seen.size());
    for (int i = 0; i < 25; i++) {
      assertEquals("file " + (24 - i), seen.get(i));
    }
    assertTrue(trail.entries(AuditQuery.builder().before("unknown").build(), 9).isEmpty());
  }

  /** Version 0.1 wrote selections as decisions of their own kind. */
  @Test
  void changesOfRoutingLoggedByTheFirstVersionAreStillThere() {
    TestLog log = new TestLog(folder);
    logs.add(log);
    log.log()
        .appendDurable(
            Decision.builder(log.log().newId(), "selection", Instant.parse("2026-01-02T03:04:05Z"))
                .actor(ZOE)
                .body(
                    "{\"role\":\"Forecaster\",\"strategy\":\"theta\",\"version\":\"1.0.0\","
                        + "\"before\":\"naive@1.0.0\",\"reason\":\"better\"}")
                .build());
    AuditEntry entry = trail(log).entries(AuditQuery.about("Forecaster"), 10).get(0);
    assertEquals("selection", entry.kind());
    assertEquals("Forecaster:theta@1.0.0", entry.subject());
    assertEquals("better", entry.reason());
    assertEquals(Optional.of("naive@1.0.0"), entry.before());
    assertEquals(Optional.of("theta@1.0.0"), entry.after());
    assertEquals(Instant.parse("2026-01-02T03:04:05Z"), entry.at());
  }

  private static int count(DefaultAuditTrail trail, AuditQuery query) {
    return trail.entries(query, 100).size();
  }

  private DefaultAuditTrail open() {
    TestLog log = new TestLog(folder);
    logs.add(log);
    return trail(log);
  }

  private static DefaultAuditTrail trail(TestLog log) {
    return new DefaultAuditTrail(log.log(), Clock.systemUTC());
  }
}
