package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.rest.http.Answer;
import souk.edge.rest.limits.LimitOptions;
import souk.evidence.api.Reports;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Jobs;

class LimitsTest {
  @TempDir Path folder;
  private final Hand hand = new Hand();

  /** A clock that a hand moves. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static int wrong(Edge edge) {
    return edge.ask(Call.get("/jobs").key("wrong-key")).status();
  }

  @Test
  void afterFiveWrongKeysTheAddressWaitsLongerAndLonger() {
    Edge edge = new Edge(folder, LimitOptions.none(), hand);
    for (int i = 0; i < 5; i++) {
      assertEquals(401, wrong(edge));
    }
    Answer sixth = edge.ask(Call.get("/jobs").key("wrong-key"));
    assertEquals(429, sixth.status());
    assertEquals("1", sixth.headers().get("Retry-After"));
    hand.move(Duration.ofSeconds(1));
    assertEquals(401, wrong(edge));
    hand.move(Duration.ofSeconds(1));
    assertEquals(429, wrong(edge));
    hand.move(Duration.ofSeconds(1));
    assertEquals(401, wrong(edge));
    edge.ask(503, "reader", Call.get("/plans"));
    assertEquals(401, edge.ask(Call.get("/jobs").key("wrong-key").fromElsewhere()).status());
    assertEquals(401, edge.ask(Call.get("/jobs")).status(), "no key is no wrong key");
    hand.move(Duration.ofMinutes(31));
    for (int i = 0; i < 5; i++) {
      assertEquals(401, wrong(edge));
    }
  }

  @Test
  void aKeyThatAsksTooOftenIsToldWhenToAskAgain() {
    Edge edge = new Edge(folder, new LimitOptions(2, 0, 0, 20), hand);
    String reader = edge.key("reader");
    edge.description();
    for (int i = 0; i < 3; i++) {
      assertEquals(503, edge.ask(Call.get("/plans").key(reader)).status());
    }
    Answer refused = edge.ask(Call.get("/plans").key(reader));
    assertEquals(429, refused.status());
    assertEquals("1", refused.headers().get("Retry-After"));
    assertEquals(503, edge.ask(Call.get("/plans").key(edge.key("admin"))).status());
    hand.move(Duration.ofMillis(500));
    assertEquals(503, edge.ask(Call.get("/plans").key(reader)).status());
    assertEquals(429, edge.ask(Call.get("/plans").key(reader)).status());
  }

  @Test
  void anAddressThatAsksTooOftenIsRefusedBeforeItsKeyIsLookedAt() {
    Edge edge = new Edge(folder, new LimitOptions(0, 3, 0, 20), hand);
    edge.description();
    for (int i = 0; i < 6; i++) {
      assertEquals(
          200, edge.ask(Call.get("/health").key(edge.key("till")).fromElsewhere()).status());
    }
    assertEquals(429, edge.ask(Call.get("/health").fromElsewhere()).status());
    assertEquals(200, edge.ask(Call.get("/health")).status(), "another address");
  }

  @Test
  void jobsAreCountedWhenTheyStart() {
    Edge edge =
        new Edge(folder, new LimitOptions(0, 0, 2, 20), hand)
            .with(Jobs.class, new InstantJobs())
            .with(Reports.class, new NoReports());
    for (int i = 0; i < 5; i++) {
      edge.ask(400, "admin", Call.post("/reports", "{\"locale\":\"xx\"}"));
    }
    edge.ask(202, "admin", Call.post("/reports", "{}"));
    edge.ask(202, "admin", Call.post("/reports", "{}"));
    JsonNode refused = edge.ask(429, "admin", Call.post("/reports", "{}"));
    assertEquals("urn:souk:problem:rate.exceeded", refused.path("type").asText());
    edge.ask(202, "merchandiser", Call.post("/reports", "{}"));
    hand.move(Duration.ofSeconds(30));
    edge.ask(202, "admin", Call.post("/reports", "{}"));
  }

  @Test
  void aRotatedKeyIsRefusedAtOnceAndTheNewOneIsNotTold() {
    FakeAudit audit = new FakeAudit();
    Edge edge = new Edge(folder).with(AuditTrail.class, audit);
    String old = edge.key("reader");
    JsonNode rotated =
        edge.ask(200, "admin", Call.post("/keys/reader/rotate", "{\"reason\":\"leak\"}"));
    assertEquals(401, edge.ask(Call.get("/jobs").key(old)).status());
    assertNotEquals(old, edge.key("reader"));
    assertEquals(503, edge.ask(Call.get("/jobs").key(edge.key("reader"))).status());
    assertEquals("secrets/reader.key", rotated.path("file").asText());
    assertEquals(-1, rotated.toString().indexOf(edge.key("reader")));
    assertEquals("leak", audit.entries(AuditQuery.all(), 1).get(0).reason());
    edge.ask(400, "admin", Call.post("/keys/reader/rotate", "{}"));
    edge.ask(403, "merchandiser", Call.post("/keys/reader/rotate", "{\"reason\":\"x\"}"));
    String own = edge.key("admin");
    edge.ask(200, "admin", Call.post("/keys/admin/rotate", "{\"reason\":\"leak\"}"));
    assertEquals(401, edge.ask(Call.get("/jobs").key(own)).status());
    assertEquals(4, edge.ask(200, "admin", Call.get("/keys")).size());
    assertEquals(401, new Edge(folder).ask(Call.get("/jobs").key(own)).status());
  }

  private static final class NoReports implements Reports {
    @Override
    public souk.evidence.api.Report render(
        java.util.Locale locale, souk.kernel.api.Progress progress) {
      throw new IllegalStateException("Nothing is loaded.");
    }

    @Override
    public java.util.Optional<souk.evidence.api.Report> latest() {
      return java.util.Optional.empty();
    }
  }
}
