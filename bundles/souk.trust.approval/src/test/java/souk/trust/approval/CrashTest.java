package souk.trust.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.kernel.api.Actor;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.model.DecisionId;
import souk.trust.api.PublishRequest;
import souk.trust.api.ReviewState;

/**
 * The process dies between any two steps of a publication: every call to a neighbour is a place to
 * die, just before it and just after it. After a restart price, review and publication all are old
 * or all are new, and the shop can go on.
 */
class CrashTest {
  private static final Actor ANN = new Actor("ann", "http");

  /** Dies when its countdown is over; never returns from there. */
  static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class Countdown {
    int left;
    int passed;

    Countdown(int left) {
      this.left = left;
    }

    void pass() {
      passed++;
      if (left-- == 0) {
        throw new Death();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oldOrNewNeverHalf(boolean undo) {
    int steps = run(Integer.MAX_VALUE, undo);
    List<Long> pricesSeen = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      run(step, undo);
      pricesSeen.add(lastPrice);
    }
    assertEquals(Set.of(250L, 270L), Set.copyOf(pricesSeen));
    assertEquals(undo ? 270L : 250L, pricesSeen.get(0));
    assertEquals(undo ? 250L : 270L, pricesSeen.get(pricesSeen.size() - 1));
  }

  private long lastPrice;

  /** Returns how many places there are to die. */
  private int run(int dieAt, boolean undo) {
    Shop shop = new Shop();
    Publishing before = shop.publisher();
    before.publishBaseline(ANN);
    shop.pricePlan("P-1", Shop.TEA, 250, 270);
    shop.approvals().approve("P-1", ANN, "fine");
    PublishRequest request =
        new PublishRequest("P-1", Optional.empty(), Set.of(), Optional.empty());
    if (undo) {
      before.publish(request, ANN, "go");
    }
    Countdown countdown = new Countdown(Integer.MAX_VALUE);
    Publishing publisher =
        shop.publisher(
            new MortalDocuments(shop.documents, countdown),
            new MortalSnapshots(shop.snapshots(), countdown),
            new MortalLog(shop.decisions, countdown));
    countdown.left = dieAt;
    countdown.passed = 0;
    Runnable act =
        undo
            ? () -> publisher.undo("PUB-2", ANN, "back")
            : () -> publisher.publish(request, ANN, "go");
    if (dieAt == Integer.MAX_VALUE) {
      act.run();
    } else {
      assertThrows(Death.class, act::run);
    }
    shop.snapshot = Optional.empty();
    Publishing restarted = shop.publisher();
    lastPrice = shop.price(Shop.TEA);
    boolean published = lastPrice == 270;
    ReviewState state = shop.approvals().review("P-1").state();
    ReviewState old = undo ? ReviewState.PUBLISHED : ReviewState.APPROVED;
    ReviewState fresh = undo ? ReviewState.UNDONE : ReviewState.PUBLISHED;
    assertEquals(published == undo ? old : fresh, state, "died at " + dieAt);
    assertEquals(shop.snapshot.orElseThrow().id(), restarted.current().orElseThrow().snapshot());
    if (state == ReviewState.APPROVED) {
      restarted.publish(request, ANN, "again");
      assertEquals(270, shop.price(Shop.TEA));
    } else if (state == ReviewState.PUBLISHED) {
      restarted.undo("PUB-2", ANN, "again");
      assertEquals(250, shop.price(Shop.TEA));
    }
    return countdown.passed;
  }

  @Test
  void aPublicationHasTenPlacesToDie() {
    assertEquals(10, run(Integer.MAX_VALUE, false));
  }

  record MortalDocuments(Documents real, Countdown countdown) implements Documents {
    @Override
    public Document put(Put put) {
      return putAll(List.of(put)).get(0);
    }

    @Override
    public List<Document> putAll(List<Put> puts) {
      countdown.pass();
      List<Document> written = real.putAll(puts);
      countdown.pass();
      return written;
    }

    @Override
    public Optional<Document> find(String kind, String id) {
      countdown.pass();
      return real.find(kind, id);
    }

    @Override
    public List<Document> list(String kind, int limit) {
      return real.list(kind, limit);
    }

    @Override
    public List<Document> history(String kind, String id) {
      return real.history(kind, id);
    }
  }

  record MortalSnapshots(Snapshots real, Countdown countdown) implements Snapshots {
    @Override
    public Optional<Snapshot> current() {
      return real.current();
    }

    @Override
    public Optional<Snapshot> publish(Snapshot snapshot) {
      countdown.pass();
      Optional<Snapshot> previous = real.publish(snapshot);
      countdown.pass();
      return previous;
    }
  }

  record MortalLog(DecisionLog real, Countdown countdown) implements DecisionLog {
    @Override
    public DecisionId newId() {
      return real.newId();
    }

    @Override
    public void append(Decision decision) {
      real.append(decision);
    }

    @Override
    public void appendDurable(Decision decision) {
      countdown.pass();
      real.appendDurable(decision);
      countdown.pass();
    }

    @Override
    public Optional<Decision> find(DecisionId id) {
      return real.find(id);
    }

    @Override
    public List<Decision> latest(String kind, int limit) {
      return real.latest(kind, limit);
    }

    @Override
    public Optional<String> trouble() {
      return real.trouble();
    }
  }
}
