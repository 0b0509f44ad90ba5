package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.Journal;
import souk.data.api.StoreException;
import souk.edge.rest.http.Answer;
import souk.edge.rest.limits.LimitOptions;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Jobs;

/** One effect per idempotency key. The effects counted here are jobs and audit entries. */
class OnceTest {
  private static final String ROTATE = "/keys/till/rotate";

  @TempDir Path folder;
  private final FakeAudit audit = new FakeAudit();
  private Edge edge;

  @BeforeEach
  void open() {
    edge = edge(Clock.systemUTC());
  }

  private Edge edge(Clock clock) {
    return new Edge(folder, LimitOptions.none(), clock)
        .with(Journal.class, new FileJournal(folder))
        .with(AuditTrail.class, audit)
        .with(Jobs.class, new InstantJobs());
  }

  private Answer rotate(Edge where, String key, String reason) {
    return where.ask(
        Call.post(ROTATE, "{\"reason\":\"" + reason + "\"}")
            .key(where.key("admin"))
            .header("Idempotency-Key", key));
  }

  private int effects() {
    return audit.entries(souk.kernel.api.AuditQuery.all(), 100_000).size();
  }

  @Test
  void theFirstAnswerIsGivenAgainAlsoAfterARestart() {
    Answer first = rotate(edge, "k-1", "leak");
    assertEquals(200, first.status());
    assertFalse(first.headers().containsKey("Idempotent-Replayed"));
    String till = edge.key("till");
    for (Edge where : List.of(edge, edge(Clock.systemUTC()))) {
      Answer again = rotate(where, "k-1", "leak");
      assertEquals("true", again.headers().get("Idempotent-Replayed"));
      assertArrayEquals(first.body(), again.body());
      assertEquals(first.mediaType(), again.mediaType());
    }
    assertEquals(1, effects());
    assertEquals(till, edge.key("till"));
  }

  @Test
  void otherContentUnderTheSameKeyIsRefused() {
    rotate(edge, "k-2", "leak");
    JsonNode refused = Edge.json(rotate(edge, "k-2", "other"));
    assertEquals(422, refused.path("status").asInt());
    assertEquals("urn:souk:problem:idempotency.other-content", refused.path("type").asText());
    assertEquals(1, effects());
  }

  @Test
  void problemsAreKeptToo() {
    Call wrong = Call.post("/keys/nobody/rotate", "{\"reason\":\"x\"}");
    edge.ask(404, "admin", wrong.header("Idempotency-Key", "k-3"));
    Answer again = edge.ask(wrong);
    assertEquals(404, again.status());
    assertEquals("true", again.headers().get("Idempotent-Replayed"));
  }

  @Test
  void keysOfOtherRolesAreOtherKeys() {
    Call report = Call.post("/reports", "{\"locale\":\"xx\"}").header("Idempotency-Key", "k-4");
    edge.ask(400, "admin", report);
    Answer other = edge.ask(report.key(edge.key("merchandiser")));
    assertFalse(other.headers().containsKey("Idempotent-Replayed"));
  }

  @Test
  void nothingIsKeptOfWhatCouldNotBegin() {
    Edge without =
        new Edge(folder, LimitOptions.none(), Clock.systemUTC())
            .with(Journal.class, new FileJournal(folder));
    Call rotate = Call.post(ROTATE, "{\"reason\":\"leak\"}").header("Idempotency-Key", "k-5");
    without.ask(503, "admin", rotate);
    assertEquals(200, rotate(edge, "k-5", "leak").status());
    assertEquals(1, effects());
  }

  @Test
  void withoutTheJournalNoKeyIsTaken() {
    Edge without =
        new Edge(folder, LimitOptions.none(), Clock.systemUTC()).with(AuditTrail.class, audit);
    Call rotate = Call.post(ROTATE, "{\"reason\":\"leak\"}");
    without.ask(503, "admin", rotate.header("Idempotency-Key", "k-6"));
    assertEquals(0, effects());
    without.ask(200, "admin", Call.post(ROTATE, "{\"reason\":\"leak\"}"));
  }

  @Test
  void aJournalThatFailsIsA503AndNothingHappens() {
    edge.with(Journal.class, new Failing());
    assertEquals(503, rotate(edge, "k-7", "leak").status());
    assertEquals(0, effects());
  }

  @Test
  void malformedKeysAreRefused() {
    for (String key : List.of("", "a b", "x".repeat(256), "\u00e9")) {
      assertEquals(400, rotate(edge, key, "leak").status(), key);
    }
    assertEquals(0, effects());
  }

  @Test
  void aDayLaterTheKeyIsFree() {
    rotate(edge, "k-8", "leak");
    Clock later = Clock.fixed(Instant.now().plus(Duration.ofHours(25)), ZoneOffset.UTC);
    assertFalse(rotate(edge(later), "k-8", "leak").headers().containsKey("Idempotent-Replayed"));
    assertEquals(2, effects());
  }

  @Test
  void whileTheFirstIsUnderWayAndAfterItWasInterrupted() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    edge.with(
        AuditTrail.class,
        new AuditTrail() {
          @Override
          public souk.kernel.api.AuditEntry record(souk.kernel.api.AuditEntry entry) {
            began.countDown();
            try {
              go.await();
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
            return audit.record(entry);
          }

          @Override
          public List<souk.kernel.api.AuditEntry> entries(
              souk.kernel.api.AuditQuery query, int limit) {
            return List.of();
          }
        });
    edge.description();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Answer> first = pool.submit(() -> rotate(edge, "k-9", "leak"));
      began.await();
      JsonNode second = Edge.json(rotate(edge, "k-9", "leak"));
      assertEquals("urn:souk:problem:idempotency.in-flight", second.path("type").asText());
      JsonNode elsewhere = Edge.json(rotate(edge(Clock.systemUTC()), "k-9", "leak"));
      assertEquals("urn:souk:problem:idempotency.interrupted", elsewhere.path("type").asText());
      go.countDown();
      assertEquals(200, first.get().status());
      assertEquals(200, rotate(edge, "k-9", "leak").status());
      assertEquals(1, effects());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void manyClientsThatRepeatThemselvesHaveOneEffectPerKey() throws Exception {
    long seed = 20260301;
    Random random = new Random(seed);
    int keys = 60;
    List<Callable<Void>> requests = new ArrayList<>();
    Set<String> bodies = ConcurrentHashMap.newKeySet();
    edge.description();
    String admin = edge.key("admin");
    for (int k = 0; k < keys; k++) {
      String key = "many-" + k;
      for (int repeat = 1 + random.nextInt(5); repeat > 0; repeat--) {
        requests.add(
            () -> {
              Call call =
                  Call.post("/keys/reader/rotate", "{\"reason\":\"" + key + "\"}")
                      .key(admin)
                      .header("Idempotency-Key", key);
              Answer answer = edge.ask(call);
              for (int again = 0; answer.status() == 409 && again < 10_000; again++) {
                answer = edge.ask(call);
              }
              assertEquals(200, answer.status(), () -> "seed " + seed);
              bodies.add(key + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
              return null;
            });
      }
    }
    Collections.shuffle(requests, random);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      for (Future<Void> done : pool.invokeAll(requests)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(keys, effects(), "seed " + seed);
    assertEquals(keys, bodies.size(), "seed " + seed);
    assertTrue(requests.size() > keys);
  }

  /** A disk that is full. */
  private static final class Failing implements Journal {
    @Override
    public <R> R read(souk.data.api.SqlWork<R> work) {
      throw new StoreException("The disk is full.", new java.sql.SQLException("full"));
    }

    @Override
    public <R> R write(souk.data.api.SqlWork<R> work) {
      return read(work);
    }
  }
}
