package souk.trust.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Actor;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.model.Reason;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.PriceBook;
import souk.trust.api.Publication;
import souk.trust.api.PublishRequest;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;
import souk.trust.api.Violation;

class PublishingTest {
  private static final Actor ANN = new Actor("ann", "http");

  private final Shop shop = new Shop();

  private static PublishRequest all(String planId) {
    return new PublishRequest(planId, Optional.empty(), Set.of(), Optional.empty());
  }

  private void approve(String planId) {
    shop.approvals().approve(planId, ANN, "fine");
  }

  private static void assertCode(String code, Runnable call) {
    assertEquals(code, assertThrows(TrustException.class, call::run).code());
  }

  @Test
  void theBaselineServesListPricesWithFloorsAndIsPublishedOnce() {
    Publishing publisher = shop.publisher();
    Publication first = publisher.publishBaseline(ANN);
    assertEquals("PUB-1", first.id());
    assertEquals(2, first.prices());
    assertEquals(250, shop.price(Shop.TEA));
    BookPrice tea =
        shop.snapshot
            .orElseThrow()
            .part(PriceBook.class)
            .orElseThrow()
            .price(Shop.TEA)
            .orElseThrow();
    assertEquals(125, tea.floor().amountMinor());
    assertEquals(first, publisher.publishBaseline(ANN));
    assertEquals(1, publisher.history(9).size());
  }

  @Test
  void nothingLoadedIsSaid() {
    shop.listPrices.clear();
    assertCode("publication.nothing-loaded", () -> shop.publisher().publishBaseline(ANN));
    assertTrue(shop.snapshot.isEmpty());
  }

  @Test
  void anApprovedPlanChangesItsPricesOnly() {
    Publishing publisher = shop.publisher();
    publisher.publishBaseline(ANN);
    shop.pricePlan("P-1", Shop.TEA, 250, 270);
    approve("P-1");
    Publication publication = publisher.publish(all("P-1"), ANN, "go");
    assertEquals(270, shop.price(Shop.TEA));
    assertEquals(1_000, shop.price(Shop.MUG));
    assertEquals(Optional.of("P-1"), publication.planId());
    assertEquals("S-1", publication.previous().orElseThrow().value());
    assertEquals(ReviewState.PUBLISHED, shop.approvals().review("P-1").state());
    assertEquals(publication, publisher.current().orElseThrow());
    assertEquals(2, shop.decisions.latest("publication", 9).size());
  }

  @Test
  void heldOutArticlesKeepTheirPrice() {
    Publishing publisher = shop.publisher();
    publisher.publishBaseline(ANN);
    shop.pricePlan("P-1", Shop.TEA, 250, 270);
    approve("P-1");
    publisher.publish(
        new PublishRequest("P-1", Optional.of("E-1"), Set.of(Shop.TEA), Optional.empty()),
        ANN,
        "go");
    assertEquals(250, shop.price(Shop.TEA));
    assertEquals(Optional.of("E-1"), publisher.current().orElseThrow().experimentId());
  }

  @Test
  void onlyApprovedPlansArePublishedAndTheGuardsAreAskedAgain() {
    Publishing publisher = shop.publisher();
    publisher.publishBaseline(ANN);
    shop.pricePlan("P-1", Shop.TEA, 250, 270);
    assertCode("review.not-approved", () -> publisher.publish(all("P-1"), ANN, "go"));
    approve("P-1");
    shop.findings.add(
        new Violation(
            "planted",
            "TEA",
            Violation.Severity.BLOCK,
            Reason.of("guard.planted", "7 is more than 5.")));
    assertCode("guard.blocked", () -> publisher.publish(all("P-1"), ANN, "go"));
    assertEquals(250, shop.price(Shop.TEA));
  }

  @Test
  void aPlanMadeFromOtherPricesIsStale() {
    Publishing publisher = shop.publisher();
    publisher.publishBaseline(ANN);
    shop.pricePlan("P-1", Shop.TEA, 240, 270);
    approve("P-1");
    assertCode("publication.stale", () -> publisher.publish(all("P-1"), ANN, "go"));
    assertEquals("PUB-1", publisher.current().orElseThrow().id());
  }

  @Test
  void promotionsBecomeOffersForTheirSegmentWithoutTheControlGroup() {
    Publishing publisher = shop.publisher();
    publisher.publishBaseline(ANN);
    shop.promotionPlan("P-2", LocalDate.of(2026, 1, 12));
    approve("P-2");
    publisher.publish(
        new PublishRequest(
            "P-2", Optional.of("E-1"), Set.of(), Optional.of("experiment:E-1:control")),
        ANN,
        "go");
    Offer offer = shop.offers().offers().get(0);
    assertEquals("P-2-1", offer.id());
    assertEquals(List.of("segment:high-value"), offer.conditions().get(0).texts("anyOf"));
    assertEquals(List.of("experiment:E-1:control"), offer.conditions().get(0).texts("noneOf"));
    assertEquals(0, BigDecimal.TEN.compareTo(offer.effect().number("percent")));
    assertEquals(List.of("TEA"), offer.effect().texts("skus"));
    assertEquals(Instant.parse("2026-01-12T00:00:00Z"), offer.window().from());
    assertEquals(Instant.parse("2026-02-09T00:00:00Z"), offer.window().until());
    shop.snapshot = Optional.empty();
    shop.publisher();
    Offer restored = shop.offers().offers().get(0);
    assertEquals(offer.effect(), restored.effect());
    assertEquals(offer.conditions(), restored.conditions());
    assertEquals(offer.window(), restored.window());
  }

  @Test
  void offersOfAPlanMadeFromOldDataAlsoHoldNow() {
    Publishing publisher = shop.publisher();
    publisher.publishBaseline(ANN);
    shop.promotionPlan("P-2", LocalDate.of(2011, 12, 12));
    approve("P-2");
    publisher.publish(all("P-2"), ANN, "go");
    Offer offer = shop.offers().offers().get(0);
    assertTrue(offer.window().contains(Instant.parse("2011-12-20T00:00:00Z")));
    assertTrue(offer.window().contains(Shop.CLOCK.instant()));
    assertEquals(Instant.parse("2026-02-02T08:00:00Z"), offer.window().until());
  }

  @Test
  void aPromotionPlanEndsEarlierOnesOfItsPeriodAndAPricePlanLeavesThem() {
    Publishing publisher = shop.publisher();
    publisher.publishBaseline(ANN);
    shop.promotionPlan("P-1", LocalDate.of(2026, 1, 12));
    shop.promotionPlan("P-2", LocalDate.of(2026, 3, 2));
    shop.promotionPlan("P-3", LocalDate.of(2026, 1, 26));
    shop.pricePlan("P-4", Shop.TEA, 250, 270);
    for (String plan : List.of("P-1", "P-2", "P-3", "P-4")) {
      approve(plan);
      publisher.publish(all(plan), ANN, "go");
    }
    assertEquals(
        List.of("P-2-1", "P-3-1"), shop.offers().offers().stream().map(Offer::id).toList());
    assertEquals(270, shop.price(Shop.TEA));
  }

  @Test
  void offersTheEngineCannotServeAreNotPublished() {
    Publishing publisher = shop.publisher();
    publisher.publishBaseline(ANN);
    shop.promotionPlan("P-2", LocalDate.of(2026, 1, 12));
    approve("P-2");
    shop.offerFindings.add(Reason.of("offer.unknown-kind", "There is no kind gift."));
    assertCode("publication.invalid-offers", () -> publisher.publish(all("P-2"), ANN, "go"));
    assertTrue(shop.offers().offers().isEmpty());
  }

  @Test
  void undoPutsBackWhatWasInForceAndCanBeRepeatedDownToTheBaseline() {
    Publishing publisher = shop.publisher();
    Publication baseline = publisher.publishBaseline(ANN);
    shop.pricePlan("P-1", Shop.TEA, 250, 270);
    approve("P-1");
    Publication first = publisher.publish(all("P-1"), ANN, "go");
    shop.pricePlan("P-2", Shop.TEA, 270, 290);
    approve("P-2");
    Publication second = publisher.publish(all("P-2"), ANN, "go");
    assertCode("publication.not-in-force", () -> publisher.undo(first.id(), ANN, "wrong order"));
    Publication undo = publisher.undo(second.id(), ANN, "complaints");
    assertEquals(270, shop.price(Shop.TEA));
    assertEquals(Optional.of(second.id()), undo.undoes());
    assertEquals(first.snapshot(), undo.snapshot());
    assertEquals(ReviewState.UNDONE, shop.approvals().review("P-2").state());
    assertCode("publication.not-undoable", () -> publisher.undo(undo.id(), ANN, "again"));
    publisher.undo(first.id(), ANN, "more complaints");
    assertEquals(250, shop.price(Shop.TEA));
    assertCode("publication.not-undoable", () -> publisher.undo(baseline.id(), ANN, "all"));
    assertCode("publication.unknown", () -> publisher.undo("PUB-99", ANN, "x"));
    assertEquals(
        List.of("PUB-5", "PUB-4", "PUB-3", "PUB-2", "PUB-1"),
        publisher.history(9).stream().map(Publication::id).toList());
  }

  @Test
  void theLastPublicationIsInForceAfterARestart() {
    Publishing publisher = shop.publisher();
    publisher.publishBaseline(ANN);
    shop.pricePlan("P-1", Shop.TEA, 250, 270);
    approve("P-1");
    Publication publication = publisher.publish(all("P-1"), ANN, "go");
    shop.snapshot = Optional.empty();
    Publishing restarted = shop.publisher();
    assertEquals(270, shop.price(Shop.TEA));
    assertEquals(publication.snapshot(), shop.snapshot.orElseThrow().id());
    assertEquals(publication, restarted.current().orElseThrow());
  }

  @Test
  void articlesLoadedLaterJoinWithTheNextPublication() {
    Publishing publisher = shop.publisher();
    publisher.publishBaseline(ANN);
    shop.listPrices.put(new Sku("NEW"), 99L);
    shop.listPrices.put(Shop.MUG, 5L);
    shop.pricePlan("P-1", Shop.TEA, 250, 270);
    approve("P-1");
    publisher.publish(all("P-1"), ANN, "go");
    assertEquals(99, shop.price(new Sku("NEW")));
    assertEquals(1_000, shop.price(Shop.MUG));
  }

  @Test
  void aBaselineWithoutDataLeavesNothingBehind() {
    Publishing publisher = shop.publisher();
    assertSame(Optional.empty(), publisher.current());
    assertCode("publication.unknown", () -> publisher.undo("PUB-1", ANN, "x"));
  }

  /** Where planning was removed, the tills of a restarted platform had no prices at all. */
  @Test
  void publishedPricesComeBackWithoutPlanning() {
    shop.publisher().publishBaseline(ANN);
    InMemorySnapshots restarted = new InMemorySnapshots();
    new PublicationRestorer(shop.documents, restarted);
    assertEquals(shop.snapshot.orElseThrow().id(), restarted.current().orElseThrow().id());
    assertEquals(1, restarted.published);
    new PublicationRestorer(shop.documents, restarted);
    assertEquals(1, restarted.published, "a snapshot in force was published again");
  }

  private static final class InMemorySnapshots implements Snapshots {
    private Optional<Snapshot> current = Optional.empty();
    private int published;

    @Override
    public Optional<Snapshot> current() {
      return current;
    }

    @Override
    public Optional<Snapshot> publish(Snapshot snapshot) {
      published++;
      Optional<Snapshot> before = current;
      current = Optional.of(snapshot);
      return before;
    }
  }
}
