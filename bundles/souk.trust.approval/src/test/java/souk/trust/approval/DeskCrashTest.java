package souk.trust.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souk.trust.approval.Offers.ANN;
import static souk.trust.approval.Offers.BEN;
import static souk.trust.approval.Offers.EVE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import souk.offer.api.Offer;
import souk.trust.api.OfferReview;
import souk.trust.api.ReviewState;
import souk.trust.approval.CrashTest.Countdown;
import souk.trust.approval.CrashTest.Death;
import souk.trust.approval.CrashTest.MortalDocuments;
import souk.trust.approval.CrashTest.MortalLog;
import souk.trust.approval.CrashTest.MortalSnapshots;

/**
 * The process dies just before and just after every call to a neighbour. After a restart tills see
 * the old or the new, in one piece with the review and the history; whatever was acknowledged
 * holds, and the desk can go on.
 */
class DeskCrashTest {
  /** What dies. */
  enum Act {
    PUBLISH,
    PUBLISH_PAUSED,
    PAUSE,
    RESUME,
    KILL,
    KILL_ALL,
    LIFT,
    UNDO
  }

  private List<String> before = List.of();
  private List<String> after = List.of();

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Act.class)
  void oldOrNewNeverHalf(Act act) {
    int places = run(act, Integer.MAX_VALUE);
    assertTrue(places >= 6, act + " has " + places + " places to die");
    List<String> old = before;
    List<String> fresh = after;
    List<List<String>> seen = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      run(act, place);
      assertTrue(
          after.equals(old) || after.equals(fresh), act + " died at " + place + ": " + after);
      seen.add(after);
    }
    assertEquals(old, seen.get(0));
    assertEquals(fresh, seen.get(seen.size() - 1));
    assertTrue(seen.lastIndexOf(old) < seen.indexOf(fresh), "once it is durable it stays: " + seen);
  }

  private int run(Act act, int dieAt) {
    Shop shop = new Shop();
    shop.publisher().publishBaseline(ANN.actor());
    Desk prepared = shop.desk();
    Offers.publish(prepared, Offers.ten("A"), Offers.ten("B"));
    String review = prepare(act, prepared);
    before = seen(shop);
    Countdown countdown = new Countdown(Integer.MAX_VALUE);
    MortalDocuments documents = new MortalDocuments(shop.documents, countdown);
    MortalSnapshots snapshots = new MortalSnapshots(shop.snapshots(), countdown);
    MortalLog log = new MortalLog(shop.decisions, countdown);
    Desk desk = shop.desk(documents, snapshots, log, Shop.CLOCK);
    Publishing publisher = shop.publisher(documents, snapshots, log);
    countdown.left = dieAt;
    countdown.passed = 0;
    Runnable deed = () -> act(act, desk, publisher, review);
    if (dieAt == Integer.MAX_VALUE) {
      deed.run();
    } else {
      assertThrows(Death.class, deed::run);
    }
    shop.snapshot = Optional.empty();
    Desk restarted = shop.desk();
    after = seen(shop);
    goOn(act, restarted, review, after.equals(before));
    return countdown.passed;
  }

  /** Offers as tills see them. */
  private static List<String> seen(Shop shop) {
    return shop.offers().offers().stream()
        .map(offer -> offer.id() + (offer.paused() ? " paused" : ""))
        .toList();
  }

  private static String prepare(Act act, Desk desk) {
    switch (act) {
      case PUBLISH, PUBLISH_PAUSED -> {
        Offer offer = Offers.offer("C", 10, Offers.LONG).paused(act == Act.PUBLISH_PAUSED).build();
        desk.save(offer, 0, ANN, "new");
        OfferReview review = desk.submit(Offers.drafts("C"), ANN, "please");
        return desk.approve(review.id(), BEN, "fine").id();
      }
      case RESUME -> desk.pause("A", ANN, "wait");
      case LIFT -> desk.kill("A", ANN, "wrong");
      default -> {}
    }
    return desk.reviews(1).get(0).id();
  }

  private static void act(Act act, Desk desk, Publishing publisher, String review) {
    switch (act) {
      case PUBLISH, PUBLISH_PAUSED -> desk.publish(review, ANN, "go");
      case PAUSE -> desk.pause("A", ANN, "wait");
      case RESUME -> desk.resume("A", ANN, "on");
      case KILL -> desk.kill("A", ANN, "wrong");
      case KILL_ALL -> desk.killAll(ANN, "press");
      case LIFT -> desk.lift("A", EVE, "fine");
      case UNDO -> publisher.undo("PUB-2", ANN.actor(), "back");
    }
  }

  private static void goOn(Act act, Desk desk, String review, boolean old) {
    ReviewState state = desk.review(review).orElseThrow().state();
    switch (act) {
      case PUBLISH, PUBLISH_PAUSED -> {
        assertEquals(old ? ReviewState.APPROVED : ReviewState.PUBLISHED, state);
        assertEquals(old, desk.draft("C").isPresent());
        if (old) {
          desk.publish(review, ANN, "again");
        }
      }
      case UNDO -> assertEquals(old ? ReviewState.PUBLISHED : ReviewState.UNDONE, state);
      default -> desk.kill("B", ANN, "going on");
    }
    String last = desk.history("A", 1).get(0).action();
    if (!old && (act == Act.KILL || act == Act.PAUSE || act == Act.LIFT || act == Act.RESUME)) {
      assertEquals(act.name().toLowerCase(java.util.Locale.ROOT), last);
    }
  }
}
