package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Decision;
import souk.kernel.api.Replay;
import souk.kernel.api.Replay.Difference;
import souk.kernel.api.Replay.Outcome;
import souk.kernel.api.Snapshot;
import souk.kernel.api.SnapshotArchive;
import souk.kernel.api.StrategyRef;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.CustomerKey;
import souk.model.DecisionId;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.model.Spec;
import souk.offer.api.QuoteRequest;
import souk.offer.spi.LinePricer;
import souk.offer.spi.SelectionPolicy;

/** A quote that was logged is worked out again, whatever was published or selected since. */
class QuoteReplayTest {
  private static final Spec TENTH = new Spec("percentage", Map.of("percent", BigDecimal.TEN));
  private static final Spec GOLD = new Spec("audience", Map.of("anyOf", List.of("segment:gold")));

  private final Map<SnapshotId, Snapshot> archive = new HashMap<>();
  private final SnapshotArchive kept = id -> Optional.ofNullable(archive.get(id));
  private final Shop shop = Shop.standard();

  @BeforeEach
  void open() {
    shop.price("A", 250, 100).price("B", 1_000, 400);
    shop.offer(Shop.offer("gold", TENTH).conditions(List.of(GOLD)).build());
    publish("S-1");
  }

  @Test
  void theSameQuoteComesOut() {
    shop.quote(Set.of("segment:gold"), "A", 3, "B", 1);
    assertEquals(Outcome.SAME, replay(last()).outcome());
  }

  @Test
  void linesCustomersAndCouponsOfTheTillComeBackWithoutTheirNames() {
    Cart cart =
        Cart.builder(shop.currency)
            .channel("web")
            .customer(new CustomerKey("jane@example.org"))
            .coupon("FOR-JANE")
            .line(new CartLine("first", new Sku("A"), new BigDecimal("1.250")))
            .line(new CartLine("second \"half\"", new Sku("B"), BigDecimal.TEN))
            .build();
    shop.engine().quote(new QuoteRequest(cart, Set.of("segment:gold"), Optional.empty()));
    assertFalse(last().bodyJson().contains("jane"), last().bodyJson());
    assertFalse(last().bodyJson().contains("JANE"), last().bodyJson());
    assertEquals(List.of(), replay(last()).differences());
  }

  @Test
  void aLaterPublicationChangesNothing() {
    shop.quote(Set.of("segment:gold"), "A", 3);
    Decision before = last();
    shop.price("A", 300, 100);
    publish("S-2");
    shop.quote(Set.of("segment:gold"), "A", 3);
    assertEquals(Outcome.SAME, replay(before).outcome());
    assertEquals(Outcome.SAME, replay(last()).outcome());
  }

  @Test
  void anotherStrategyThatIsSelectedNowIsNotAsked() {
    shop.quote(Set.of(), "A", 3);
    Shop later = new Shop("GBP");
    later.router.add(LinePricer.class, "dear", (cart, prices) -> new long[] {999});
    later.router.add(LinePricer.class, "price-book", new PriceBookPricer());
    later.router.add(SelectionPolicy.class, "best-for-customer", new BestForCustomer());
    QuoteReplayer replayer =
        new QuoteReplayer(later.router, ref -> true, kept, Pseudonyms.ofThisProcess(), 50);
    assertEquals(Outcome.SAME, replayer.replay(last()).outcome());
  }

  @Test
  void whatDiffersIsNamedWithBothValues() {
    shop.quote(Set.of(), "A", 3);
    Shop changed = new Shop("GBP");
    changed.router.add(LinePricer.class, "price-book", (cart, prices) -> new long[] {260});
    QuoteReplayer replayer =
        new QuoteReplayer(changed.router, ref -> true, kept, Pseudonyms.ofThisProcess(), 50);
    Replay replay = replayer.replay(last());
    assertEquals(Outcome.DIFFERENT, replay.outcome());
    assertTrue(
        replay.differences().contains(new Difference("lines[0].unitPrice", "250", "260")),
        replay.toString());
    assertTrue(
        replay.differences().contains(new Difference("net", "750", "780")), replay.toString());
  }

  @Test
  void whatIsGoneIsNamed() {
    shop.quote(Set.of(), "A", 3);
    archive.clear();
    QuoteReplayer replayer =
        new QuoteReplayer(
            shop.router,
            ref -> !ref.strategy().equals("price-book"),
            kept,
            Pseudonyms.ofThisProcess(),
            50);
    Replay replay = replayer.replay(last());
    assertEquals(Outcome.IMPOSSIBLE, replay.outcome());
    assertEquals(
        List.of(
            "Snapshot S-1 is no longer kept.",
            "Strategy LinePricer:price-book@1.0.0 is no longer installed."),
        replay.missing());
  }

  /** Version 0.1.0 kept no tags, which matters as soon as the customer was known. */
  @Test
  void anEntryOfTheFirstVersionIsReplayedIfItSaysEnough() {
    String anonymous =
        "{\"currency\":\"GBP\",\"channel\":\"store\",\"gross\":750,\"net\":750,"
            + "\"lines\":[[\"A\",3,750,750]],\"applied\":[],\"rejected\":[]}";
    assertEquals(List.of(), replay(old(anonymous)).differences());
    assertEquals(Outcome.SAME, replay(old(anonymous)).outcome());
    String known = anonymous.replace("{\"currency\"", "{\"customer\":\"00ff\",\"currency\"");
    assertEquals(Outcome.IMPOSSIBLE, replay(old(known)).outcome());
  }

  private Replay replay(Decision decision) {
    return new QuoteReplayer(shop.router, ref -> true, kept, Pseudonyms.ofThisProcess(), 50)
        .replay(decision);
  }

  private Decision last() {
    return shop.decisions.get(shop.decisions.size() - 1);
  }

  private static Decision old(String body) {
    return Decision.builder(new DecisionId("D-old"), "quote", Instant.parse("2026-03-01T12:00:00Z"))
        .snapshot(new SnapshotId("S-1"))
        .strategies(List.of(new StrategyRef("LinePricer", "price-book", "1.0.0")))
        .body(body)
        .build();
  }

  private void publish(String id) {
    shop.publish(id);
    archive.put(new SnapshotId(id), shop.current().orElseThrow());
  }
}
