package souk.offer.coupons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.offer.api.BatchRequest;
import souk.offer.api.LedgerException;
import souk.offer.api.LedgerStatus;
import souk.offer.api.OfferLimits;
import souk.offer.api.Redemption;
import souk.offer.coupons.store.PostgresLog;

/** Two nodes over one PostgreSQL count as one. */
class TwoNodesTest {
  @TempDir Path folder;
  private PostgresLog.Connector database;
  private final List<StandaloneLedger> nodes = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    database = TestPostgres.running().database();
    node("a");
    Path secrets = Files.createDirectories(folder.resolve("b/secrets"));
    Files.copy(folder.resolve("a/secrets/coupons.key"), secrets.resolve("coupons.key"));
    node("b");
  }

  private void node(String name) throws Exception {
    Files.createDirectories(folder.resolve(name));
    nodes.add(StandaloneLedger.node(folder.resolve(name), Clock.systemUTC(), database));
  }

  @AfterEach
  void stop() {
    nodes.forEach(StandaloneLedger::close);
  }

  @Test
  void limitsCouponsAndKeysHoldAcrossNodes() throws Exception {
    List<String> codes = new ArrayList<>();
    nodes.get(0).createBatch(BatchRequest.builder("b", 50).build()).forEach(codes::add);
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger used = new AtomicInteger();
    Set<String> ids = ConcurrentHashMap.newKeySet();
    ExecutorService pool = Executors.newFixedThreadPool(32);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        int n = i;
        StandaloneLedger node = nodes.get(i % 2);
        all.add(
            pool.submit(
                () -> {
                  count(taken, node, "t" + n, "hundred");
                  used.addAndGet(use(node, "u" + n, codes.get(n / 2 % 50)));
                  ids.add(
                      node.redeem(Samples.request("s" + n / 2, "same", 1, OfferLimits.none()))
                          .id());
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(100, taken.get());
    assertEquals(50, used.get());
    assertEquals(300, ids.size(), "one effect per key, whichever node was asked");
  }

  private static void count(AtomicInteger taken, StandaloneLedger node, String key, String offer) {
    try {
      node.redeem(Samples.request(key, offer, 1, Samples.total(100)));
      taken.incrementAndGet();
    } catch (LedgerException e) {
      assertEquals("limit.total", e.code());
    }
  }

  private static int use(StandaloneLedger node, String key, String code) {
    try {
      node.redeem(Samples.coupon(key, "offer", code));
      return 1;
    } catch (LedgerException e) {
      assertEquals("coupon.used", e.code());
      return 0;
    }
  }

  @Test
  void aNodeSeesWhatTheOtherWrote() throws Exception {
    Redemption held =
        nodes
            .get(0)
            .reserve(Samples.request("k", "offer", 5, Samples.total(1)), Duration.ofMinutes(5));
    assertEquals(
        "limit.total",
        assertThrows(
                LedgerException.class,
                () -> nodes.get(1).redeem(Samples.request("l", "offer", 5, Samples.total(1))))
            .code());
    assertEquals(Redemption.State.COMMITTED, nodes.get(1).commit(held.id()).state());
    assertEquals(Redemption.State.COMMITTED, nodes.get(0).find(held.id()).orElseThrow().state());
    nodes.get(1).redeem(Samples.request("m", "seen", 7, OfferLimits.none()));
    long until = System.nanoTime() + 10_000_000_000L;
    while (nodes.get(0).use("seen", Optional.empty()).orders() == 0 && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    assertEquals(7, nodes.get(0).use("seen", Optional.empty()).spentMinor());
  }

  @Test
  void aCutConnectionIsUnavailableAndThenServesAgain() throws Exception {
    nodes.get(0).redeem(Samples.request("before", "offer", 1, Samples.total(3)));
    TestPostgres.running().cut(database);
    int unavailable = 0;
    Redemption done = null;
    for (int i = 0; i < 200 && done == null; i++) {
      try {
        done = nodes.get(0).redeem(Samples.request("again", "offer", 1, Samples.total(3)));
      } catch (LedgerException e) {
        assertEquals(LedgerException.UNAVAILABLE, e.code());
        unavailable++;
        Thread.sleep(50);
      }
    }
    assertTrue(unavailable > 0 && done != null, unavailable + " refusals");
    assertEquals(2, nodes.get(0).use("offer", Optional.empty()).orders());
    assertEquals(LedgerStatus.State.SERVING, nodes.get(0).status().state());
  }

  @Test
  void aChangedRowIsReportedAndAcceptedForAllNodes() throws Exception {
    for (int i = 0; i < 5; i++) {
      nodes.get(i % 2).redeem(Samples.request("c" + i, "offer", 1, OfferLimits.none()));
    }
    stop();
    nodes.clear();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE souk_ledger_entry SET body = set_byte(body, 60, 7) WHERE seq = 3");
    }
    node("a");
    LedgerStatus.Difference difference = nodes.get(0).status().difference().orElseThrow();
    assertTrue(difference.text().contains("row 3"), difference.text());
    assertEquals(
        LedgerStatus.State.SERVING, nodes.get(0).accept(difference.id(), "operator").state());
    assertEquals(4, nodes.get(0).use("offer", Optional.empty()).orders());
    node("b");
    LedgerStatus second = nodes.get(1).status();
    assertEquals(LedgerStatus.State.DIFFERS, second.state(), "each node's operator is told");
    nodes.get(1).accept(second.difference().orElseThrow().id(), "operator");
    nodes.get(1).redeem(Samples.request("after", "offer", 1, OfferLimits.none()));
    assertEquals(5, nodes.get(1).use("offer", Optional.empty()).orders());
  }

  @Tag("slow")
  @Test
  void aNodeWithAnotherKeyIsRefused() throws Exception {
    node("c");
    LedgerStatus status = nodes.get(2).status();
    assertEquals(LedgerStatus.State.UNAVAILABLE, status.state());
    assertTrue(status.problem().orElseThrow().contains("another key"), status.toString());
  }
}
