package souk.trust.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souk.trust.approval.Offers.ANN;
import static souk.trust.approval.Offers.BEN;
import static souk.trust.approval.Offers.EVE;
import static souk.trust.approval.Offers.drafts;
import static souk.trust.approval.Offers.ten;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souk.data.api.StoreException;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.model.Reason;
import souk.model.SnapshotId;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.testkit.FakeClock;
import souk.testkit.RecordedDecisions;
import souk.trust.api.OfferReview;
import souk.trust.api.OfferState;
import souk.trust.api.TrustException;
import souk.trust.api.Violation;

class KillSwitchTest {
  private final Shop shop = new Shop();
  private Desk desk;

  @BeforeEach
  void twoOffers() {
    shop.publisher().publishBaseline(ANN.actor());
    desk = shop.desk();
    Offers.publish(desk, ten("A"), Offers.full("B"));
  }

  private List<String> served() {
    return shop.offers().offers().stream().map(Offer::id).toList();
  }

  private static void assertCode(String code, Runnable call) {
    TrustException refusal = assertThrows(TrustException.class, call::run);
    assertEquals(code, refusal.code(), refusal.getMessage());
  }

  private void restart() {
    shop.snapshot = Optional.empty();
    desk = shop.desk();
  }

  @Test
  void aKilledOfferIsGoneAtOnceAndStaysGoneOverRestartUndoAndPublication() {
    assertEquals(OfferState.KILLED, desk.kill("A", BEN, "wrong price").state());
    assertEquals(List.of("B"), served());
    restart();
    assertEquals(List.of("B"), served());
    Offers.publish(desk, ten("C"));
    assertEquals(List.of("B", "C"), served());
    shop.publisher().undo("PUB-3", ANN.actor(), "back");
    assertEquals(List.of("B"), served());
    restart();
    assertEquals("wrong price", desk.status("A").orElseThrow().stopped().orElseThrow().reason());
    assertEquals("kill", desk.history("A", 1).get(0).action());
    assertTrue(shop.audit.stream().anyMatch(entry -> entry.kind().equals("offer.kill")));
  }

  @Test
  void onlyAnAdminLiftsAndTheGuardsAreAskedBefore() {
    desk.kill("A", BEN, "wrong price");
    assertCode("kill.admin-only", () -> desk.lift("A", BEN, "it was fine"));
    assertCode("review.reason-missing", () -> desk.lift("A", EVE, ""));
    assertEquals(OfferState.LIVE, desk.lift("A", EVE, "it was fine").state());
    assertEquals(List.of("A", "B"), served());
    assertCode("kill.not-killed", () -> desk.lift("A", EVE, "again"));
    restart();
    assertEquals(List.of("A", "B"), served());
  }

  @Test
  void allOffersAreKilledPresentAndFuture() {
    desk.kill("B", ANN, "first");
    desk.killAll(BEN, "the press called");
    assertEquals(List.of(), served());
    Offers.publish(desk, ten("C"));
    assertEquals(List.of(), served());
    restart();
    assertEquals(List.of(), served());
    assertEquals(OfferState.KILLED, desk.status("C").orElseThrow().state());
    assertTrue(desk.history("C", 9).stream().anyMatch(e -> e.action().equals("kill-all")));
    assertCode("kill.admin-only", () -> desk.liftAll(BEN, "calm again"));
    assertTrue(desk.liftAll(EVE, "calm again").allKilled().isEmpty());
    assertEquals(List.of("A", "C"), served(), "B has a kill switch of its own");
    assertCode("kill.not-killed", () -> desk.liftAll(EVE, "again"));
  }

  /** The guards refuse windows that are over, and so the switch could not be lifted. */
  @Test
  void anOfferThatEndedMeanwhileDoesNotHinderTheLift() {
    desk.killAll(BEN, "the press called");
    desk.kill("A", BEN, "wrong price");
    FakeClock clock = FakeClock.at(Offers.LONG.until());
    desk = shop.desk(shop.documents, shop.snapshots(), shop.decisions, clock);
    shop.changeFindings.add(
        new Violation(
            "offer-window-over",
            "A",
            Violation.Severity.BLOCK,
            Reason.of("guard.planted", "It ended at 1.")));
    desk.liftAll(EVE, "calm again");
    assertEquals(OfferState.ENDED, desk.lift("A", EVE, "over anyway").state());
  }

  @Test
  void aPauseThatReachedTheJournalStaysThoughTheLogFailed() {
    desk.save(Offers.offer("C", 10, Offers.LONG).paused(true).build(), 0, ANN, "new");
    OfferReview review = desk.submit(drafts("C"), ANN, "please");
    desk.approve(review.id(), BEN, "fine");
    RecordedDecisions broken = new RecordedDecisions();
    DecisionLog log = new CrashTest.MortalLog(broken, new CrashTest.Countdown(0));
    desk = shop.desk(shop.documents, shop.snapshots(), log, Shop.CLOCK);
    assertThrows(CrashTest.Death.class, () -> desk.publish(review.id(), ANN, "go"));
    assertEquals(OfferState.PAUSED, desk.status("C").orElseThrow().state());
    assertTrue(shop.offers().offers().get(2).paused());
  }

  @Test
  void anUnknownIdIsSaidInsteadOfGivingFalseSafety() {
    assertCode("offer.unknown", () -> desk.kill("AA", BEN, "typo"));
    assertCode("offer.unknown", () -> desk.pause("AA", BEN, "typo"));
  }

  @Test
  void aKilledOfferIsNotPublishedAgainUnderItsName() {
    desk.kill("A", BEN, "wrong price");
    desk.save(ten("A"), 0, ANN, "cheaper");
    assertCode("review.invalid-offers", () -> desk.submit(drafts("A"), ANN, "again"));
  }

  @Test
  void pausedIsServedAsPausedAndResumed() {
    assertEquals(OfferState.PAUSED, desk.pause("A", ANN, "wait").state());
    assertEquals(List.of("A", "B"), served());
    assertTrue(shop.offers().offers().get(0).paused());
    restart();
    assertTrue(shop.offers().offers().get(0).paused());
    assertEquals(OfferState.LIVE, desk.resume("A", ANN, "on").state());
    assertFalse(shop.offers().offers().get(0).paused());
    restart();
    assertFalse(shop.offers().offers().get(0).paused());
  }

  @Test
  void anOfferPublishedPausedIsNeverSeenRunning() {
    List<Boolean> seen = new ArrayList<>();
    Snapshots watched =
        new Snapshots() {
          @Override
          public Optional<Snapshot> current() {
            return shop.snapshot;
          }

          @Override
          public Optional<Snapshot> publish(Snapshot next) {
            next.part(OfferBook.class).orElseThrow().offers().stream()
                .filter(offer -> offer.id().equals("C"))
                .forEach(offer -> seen.add(offer.paused()));
            shop.snapshot = Optional.of(next);
            return Optional.empty();
          }
        };
    desk = shop.desk(shop.documents, watched, shop.decisions, Shop.CLOCK);
    Offers.publish(desk, Offers.offer("C", 10, Offers.LONG).paused(true).build());
    assertEquals(List.of(true), seen);
    assertEquals(OfferState.PAUSED, desk.status("C").orElseThrow().state());
    assertEquals(OfferState.LIVE, desk.resume("C", ANN, "now").state());
  }

  @Test
  void equalNamesOfSnapshotsMeanEqualOffersAndEachIsInTheArchive() {
    SnapshotId whole = shop.snapshot.orElseThrow().id();
    desk.kill("A", BEN, "wrong price");
    SnapshotId withoutA = shop.snapshot.orElseThrow().id();
    desk.pause("B", BEN, "wait");
    SnapshotId paused = shop.snapshot.orElseThrow().id();
    desk.lift("A", EVE, "fine");
    desk.resume("B", EVE, "fine");
    assertEquals(whole, shop.snapshot.orElseThrow().id());
    desk.kill("A", BEN, "wrong price again");
    assertEquals(withoutA, shop.snapshot.orElseThrow().id());
    PublishedSnapshots archive = new PublishedSnapshots(shop.documents);
    assertEquals(List.of("A", "B"), ids(archive.find(whole)));
    assertEquals(List.of("B"), ids(archive.find(withoutA)));
    assertTrue(
        archive
            .find(paused)
            .orElseThrow()
            .part(OfferBook.class)
            .orElseThrow()
            .offers()
            .get(0)
            .paused());
    assertTrue(archive.find(new SnapshotId(whole + "~000000000000")).isEmpty());
  }

  private static List<String> ids(Optional<Snapshot> snapshot) {
    return snapshot.orElseThrow().part(OfferBook.class).orElseThrow().offers().stream()
        .map(Offer::id)
        .toList();
  }

  @Test
  void aKillHoldsWhileTheJournalIsSlowAndIsAcknowledgedOnlyWhenItIsDurable() throws Exception {
    CountDownLatch journal = new CountDownLatch(1);
    AtomicBoolean slow = new AtomicBoolean();
    Offers.Between documents =
        new Offers.Between(shop.documents) {
          @Override
          void beforeWriting() {
            try {
              if (slow.get() && !journal.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The test never let the journal go on.");
              }
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    desk = shop.desk(documents, shop.snapshots(), shop.decisions, Shop.CLOCK);
    CountDownLatch seen = new CountDownLatch(1);
    slow.set(true);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      Future<?> first = people.submit(() -> desk.kill("A", BEN, "wrong price"));
      Future<?> second = people.submit(() -> desk.kill("B", ANN, "wrong too"));
      while (!served().isEmpty()) {
        Thread.onSpinWait();
      }
      seen.countDown();
      assertFalse(first.isDone() || second.isDone(), "acknowledged before it was durable");
      assertFalse(desk.switches().durable());
      journal.countDown();
      first.get(60, TimeUnit.SECONDS);
      second.get(60, TimeUnit.SECONDS);
      assertTrue(desk.switches().durable());
    } finally {
      journal.countDown();
      people.shutdownNow();
    }
    restart();
    assertEquals(List.of(), served());
  }

  @Test
  void aKillThatCannotBeKeptHoldsAndSaysThatARestartWouldLoseIt() {
    AtomicBoolean full = new AtomicBoolean(true);
    Offers.Between documents =
        new Offers.Between(shop.documents) {
          @Override
          void beforeWriting() {
            if (full.get()) {
              throw new StoreException("The disk is full, 0 bytes are left.");
            }
          }
        };
    desk = shop.desk(documents, shop.snapshots(), shop.decisions, Shop.CLOCK);
    assertCode("kill.not-durable", () -> desk.kill("A", BEN, "wrong price"));
    assertEquals(List.of("B"), served());
    assertFalse(desk.switches().durable());
    assertThrows(StoreException.class, () -> desk.lift("A", EVE, "no"));
    assertEquals(List.of("B"), served(), "a lift that is not durable does not hold");
    full.set(false);
    desk.kill("A", BEN, "wrong price");
    assertTrue(desk.switches().durable());
    restart();
    assertEquals(List.of("B"), served());
  }

  /**
   * As quotes do: each reads the snapshot once; none that starts after the answer sees the offer.
   */
  @Test
  void noReaderThatStartsAfterTheAnswerSeesTheOffer() throws Exception {
    AtomicReference<Optional<Snapshot>> current = new AtomicReference<>(Optional.empty());
    Snapshots cell =
        new Snapshots() {
          @Override
          public Optional<Snapshot> current() {
            return current.get();
          }

          @Override
          public Optional<Snapshot> publish(Snapshot snapshot) {
            return current.getAndSet(Optional.of(snapshot));
          }
        };
    desk = shop.desk(shop.documents, cell, shop.decisions, Shop.CLOCK);
    AtomicBoolean killed = new AtomicBoolean();
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService tills = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> late = new ArrayList<>();
      for (int till = 0; till < 4; till++) {
        late.add(
            tills.submit(
                () -> {
                  int found = 0;
                  while (!stop.get()) {
                    boolean before = killed.get();
                    boolean given =
                        current
                            .get()
                            .orElseThrow()
                            .part(OfferBook.class)
                            .orElseThrow()
                            .offers()
                            .stream()
                            .anyMatch(offer -> offer.id().equals("A"));
                    found += before && killed.get() && given ? 1 : 0;
                  }
                  return found;
                }));
      }
      for (int round = 0; round < 100; round++) {
        desk.kill("A", BEN, "round " + round);
        killed.set(true);
        OfferReview review = republish(round);
        assertEquals(List.of(), review.assessment().findings());
        killed.set(false);
        desk.lift("A", EVE, "round " + round);
      }
      stop.set(true);
      for (Future<Integer> each : late) {
        assertEquals(0, each.get(60, TimeUnit.SECONDS));
      }
    } finally {
      stop.set(true);
      tills.shutdownNow();
    }
  }

  /** Something else goes out while the offer is killed. */
  private OfferReview republish(int round) {
    desk.save(ten("C" + round % 3), 0, ANN, "new");
    OfferReview review = desk.submit(drafts("C" + round % 3), ANN, "please");
    desk.approve(review.id(), BEN, "fine");
    desk.publish(review.id(), ANN, "go");
    return review;
  }
}
