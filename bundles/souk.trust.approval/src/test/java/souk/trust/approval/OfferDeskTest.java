package souk.trust.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souk.trust.approval.Offers.ANN;
import static souk.trust.approval.Offers.BEN;
import static souk.trust.approval.Offers.EVE;
import static souk.trust.approval.Offers.drafts;
import static souk.trust.approval.Offers.ten;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souk.kernel.api.AuditEntry;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.TimeRange;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.OfferLimits;
import souk.offer.api.PriceLayer;
import souk.offer.api.PriceLayers;
import souk.offer.api.ShopTerms;
import souk.testkit.FakeClock;
import souk.trust.api.OfferDraft;
import souk.trust.api.OfferReview;
import souk.trust.api.OfferState;
import souk.trust.api.OfferSubmission;
import souk.trust.api.Person;
import souk.trust.api.Publication;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;
import souk.trust.api.Violation;

class OfferDeskTest {
  private final Shop shop = new Shop();
  private Desk desk;

  @BeforeEach
  void prices() {
    shop.listPrices.put(new Sku("CUP"), 800L);
    shop.listPrices.put(new Sku("POT"), 2_500L);
    shop.publisher().publishBaseline(ANN.actor());
    desk = shop.desk();
  }

  private static void assertCode(String code, Runnable call) {
    TrustException refusal = assertThrows(TrustException.class, call::run);
    assertEquals(code, refusal.code(), refusal.getMessage());
    assertTrue(refusal.getMessage().matches("(?s).*(\\d|Maybe|Only).*"), refusal.getMessage());
  }

  private OfferState state(String offerId) {
    return desk.status(offerId).orElseThrow().state();
  }

  private List<String> served() {
    return shop.offers().offers().stream().map(Offer::id).toList();
  }

  @Test
  void aDraftIsKeptWithAuthorsAndRevisionAndSurvivesARestart() {
    Offer full = Offers.full("A");
    OfferDraft first = desk.save(full, 0, ANN, "new");
    assertCode("draft.conflict", () -> desk.save(full, 0, BEN, "late"));
    OfferDraft second = desk.save(full, first.revision(), BEN, "better");
    assertEquals(Set.of("ann", "ben"), second.authors());
    assertCode("draft.conflict", () -> desk.save(full, first.revision(), ANN, "old"));
    Offer kept = shop.desk().draft("A").orElseThrow().offer();
    assertEquals(full.limits(), kept.limits());
    assertEquals(full.funding(), kept.funding());
    assertEquals(full.names(), kept.names());
    assertEquals(full.basis(), kept.basis());
    assertEquals(full.effect(), kept.effect());
    assertEquals(OfferState.DRAFT, state("A"));
    assertEquals(1, desk.drafts(9).size());
    assertCode("draft.conflict", () -> desk.delete("A", first.revision(), ANN, "no"));
    desk.delete("A", second.revision(), ANN, "no");
    assertTrue(desk.draft("A").isEmpty());
    assertEquals(List.of(), desk.drafts(9));
    assertEquals(Set.of("ann"), desk.save(full, 0, ANN, "again").authors());
  }

  @Test
  void anOfferGoesFromDraftToTheTillsAndIntoItsHistory() {
    desk.save(ten("A"), 0, ANN, "new");
    OfferReview review = desk.submit(drafts("A"), ANN, "spring");
    assertEquals(OfferState.IN_REVIEW, state("A"));
    assertCode("draft.in-review", () -> desk.save(ten("A"), 2, ANN, "sneak in"));
    assertCode("review.not-approved", () -> desk.publish(review.id(), ANN, "go"));
    assertEquals(ReviewState.APPROVED, desk.approve(review.id(), BEN, "fine").state());
    assertEquals(OfferState.APPROVED, state("A"));
    Publication publication = desk.publish(review.id(), ANN, "go");
    assertEquals("PUB-2", publication.id());
    assertEquals(OfferState.LIVE, state("A"));
    assertEquals(List.of("A"), served());
    assertTrue(desk.draft("A").isEmpty());
    assertEquals(
        List.of("publish", "approve", "submit", "save"),
        desk.history("A", 9).stream().map(e -> e.action()).toList());
    assertEquals("ben", desk.history("A", 9).get(1).actor());
    assertEquals(
        List.of("offer.submit", "offer.approve", "offer.publish"),
        shop.audit.stream().map(AuditEntry::kind).toList());
    assertEquals(Optional.of("PUB-2"), desk.review(review.id()).orElseThrow().publicationId());
    shop.snapshot = Optional.empty();
    desk = shop.desk();
    assertEquals(List.of("A"), served());
    assertEquals(OfferState.LIVE, state("A"));
  }

  @Test
  void anUndoTakesThePublicationAndItsReviewBack() {
    Publication publication = Offers.publish(desk, ten("A"));
    String review = desk.reviews(1).get(0).id();
    Publishing publisher = shop.publisher();
    publisher.undo(publication.id(), ANN.actor(), "complaints");
    desk = shop.desk();
    assertEquals(List.of(), served());
    assertEquals(ReviewState.UNDONE, desk.review(review).orElseThrow().state());
    assertEquals(OfferState.ENDED, state("A"));
    assertEquals("undo", desk.history("A", 1).get(0).action());
  }

  @Test
  void scheduledAndEndedOffersAreCalledSo() {
    TimeRange later = new TimeRange(Instant.parse("2026-01-06T00:00:00Z"), Offers.LONG.until());
    Offers.publish(desk, Offers.offer("LATER", 10, later).build());
    assertEquals(OfferState.SCHEDULED, state("LATER"));
    FakeClock clock = FakeClock.at(Offers.LONG.until());
    desk = shop.desk(shop.documents, shop.snapshots(), shop.decisions, clock);
    assertEquals(OfferState.ENDED, state("LATER"));
  }

  @Test
  void anOfferThatEndedDoesNotComeBackWhenTheClockIsSetBackAnHour() {
    Offers.publish(desk, ten("A"));
    FakeClock clock = FakeClock.at(Offers.LONG.until().plusSeconds(60));
    desk = shop.desk(shop.documents, shop.snapshots(), shop.decisions, clock);
    assertEquals(OfferState.ENDED, state("A"));
    clock.advance(Duration.ofHours(-1));
    assertEquals(OfferState.ENDED, state("A"));
    Offers.publish(
        desk,
        Offers.offer(
                "B", 10, new TimeRange(Offers.LONG.from(), Offers.LONG.until().plusSeconds(86_400)))
            .build());
    assertEquals(List.of("B"), served(), "the ended one left the book");
    Desk restarted = shop.desk(shop.documents, shop.snapshots(), shop.decisions, clock);
    assertEquals(OfferState.ENDED, restarted.status("A").orElseThrow().state());
    assertTrue(shop.judged.at().isAfter(Offers.LONG.until()), "guards see the high water too");
  }

  @Test
  void whatIsPublishedIsWhatWasApproved() {
    OfferDraft draft = desk.save(ten("A"), 0, ANN, "new");
    OfferReview review = desk.submit(drafts("A"), ANN, "spring");
    assertCode("draft.in-review", () -> desk.delete("A", draft.revision() + 1, ANN, "x"));
    desk.reject(review.id(), BEN, "too much");
    assertCode("review.wrong-state", () -> desk.approve(review.id(), BEN, "oh"));
    OfferDraft free = desk.draft("A").orElseThrow();
    desk.save(Offers.offer("A", 5, Offers.LONG).build(), free.revision(), ANN, "less");
    OfferReview second = desk.submit(drafts("A"), ANN, "spring");
    desk.approve(second.id(), BEN, "fine");
    desk.publish(second.id(), ANN, "go");
    assertEquals(
        0, new BigDecimal("5").compareTo(shop.offers().offers().get(0).effect().number("percent")));
  }

  @Test
  void aLargeChangeNeedsAPersonWhoIsNoAuthorNotEvenAnAdmin() {
    desk.save(Offers.offer("DEEP", 40, Offers.LONG).build(), 0, ANN, "new");
    OfferReview review = desk.submit(drafts("DEEP"), EVE, "sale");
    assertEquals(
        List.of("second-person.depth"),
        review.assessment().secondPerson().stream().map(Reason::code).toList());
    assertEquals(Set.of("ann", "eve"), review.authors());
    assertCode("review.own-submission", () -> desk.approve(review.id(), EVE, "I am admin"));
    assertCode("review.own-submission", () -> desk.approve(review.id(), ANN, "I wrote it"));
    Person sameKeyElsewhere = Person.merchandiser(EVE.actor());
    assertCode("review.own-submission", () -> desk.approve(review.id(), sameKeyElsewhere, "hm"));
    assertEquals(ReviewState.PROPOSED, desk.review(review.id()).orElseThrow().state());
    assertEquals(ReviewState.APPROVED, desk.approve(review.id(), BEN, "fine").state());
  }

  @Test
  void aSmallChangeNeedsOneApproval() {
    desk.save(ten("A"), 0, ANN, "new");
    OfferReview review = desk.submit(drafts("A"), ANN, "spring");
    assertEquals(List.of(), review.assessment().secondPerson());
    assertEquals(ReviewState.APPROVED, desk.approve(review.id(), ANN, "mine").state());
  }

  @Test
  void sharesOfArticlesAndBudgetsNeedASecondPersonToo() {
    Offer wide =
        Offer.builder(
                "WIDE",
                "Wide",
                Offers.LONG,
                new souk.model.Spec("percentage", Map.of("percent", BigDecimal.ONE)))
            .limits(OfferLimits.builder().budget(Shop.pounds(1_000_001)).build())
            .build();
    desk.save(wide, 0, ANN, "new");
    OfferReview review = desk.submit(drafts("WIDE"), ANN, "all");
    assertEquals(
        List.of("second-person.articles", "second-person.budget"),
        review.assessment().secondPerson().stream().map(Reason::code).toList());
    assertEquals(4, review.assessment().impact().articlesTouched());
    assertEquals(Optional.of(Shop.pounds(1_000_001)), review.assessment().impact().budget());
  }

  @Test
  void anApprovalThatIsTooSmallByTheTimeOfPublicationDoesNotCount() {
    desk.save(ten("A"), 0, ANN, "new");
    OfferReview review = desk.submit(drafts("A"), ANN, "spring");
    desk.approve(review.id(), ANN, "mine");
    shop.changeFindings.add(finding(Violation.Severity.SECOND_PERSON));
    assertCode("review.second-person-needed", () -> desk.publish(review.id(), ANN, "go"));
    shop.changeFindings.clear();
    desk.publish(review.id(), ANN, "go");
  }

  private static Violation finding(Violation.Severity severity) {
    return new Violation(
        "planted", "TEA", severity, Reason.of("guard.planted", "7 is more than 5."));
  }

  @Test
  void guardsBlockAtSubmissionApprovalPublicationAndResume() {
    desk.save(ten("A"), 0, ANN, "new");
    shop.changeFindings.add(finding(Violation.Severity.BLOCK));
    assertCode("guard.blocked", () -> desk.submit(drafts("A"), ANN, "spring"));
    assertTrue(desk.assess(drafts("A")).verdict().blocked());
    shop.changeFindings.clear();
    OfferReview review = desk.submit(drafts("A"), ANN, "spring");
    shop.changeFindings.add(finding(Violation.Severity.BLOCK));
    assertCode("guard.blocked", () -> desk.approve(review.id(), BEN, "fine"));
    assertEquals(ReviewState.BLOCKED, desk.review(review.id()).orElseThrow().state());
    shop.changeFindings.clear();
    desk.approve(review.id(), BEN, "fine");
    shop.changeFindings.add(finding(Violation.Severity.BLOCK));
    assertCode("guard.blocked", () -> desk.publish(review.id(), ANN, "go"));
    shop.changeFindings.clear();
    desk.publish(review.id(), ANN, "go");
    desk.pause("A", ANN, "wait");
    shop.changeFindings.add(finding(Violation.Severity.BLOCK));
    assertCode("guard.blocked", () -> desk.resume("A", ANN, "on"));
    assertEquals(OfferState.PAUSED, state("A"));
  }

  @Test
  void withoutAnyGuardNothingIsSubmitted() {
    shop.guarded = false;
    desk = shop.desk();
    desk.save(ten("A"), 0, ANN, "new");
    assertCode("guard.blocked", () -> desk.submit(drafts("A"), ANN, "spring"));
  }

  @Test
  void offersTheEngineRefusesAreNotSubmitted() {
    desk.save(ten("A"), 0, ANN, "new");
    shop.offerFindings.add(Reason.of("offer.unknown-kind", "There is no kind gift, 0 of 1."));
    assertCode("review.invalid-offers", () -> desk.submit(drafts("A"), ANN, "spring"));
    assertTrue(desk.reviews(9).isEmpty());
  }

  @Test
  void reasonsAndKnownIdsAreNeeded() {
    assertCode("draft.unknown", () -> desk.submit(drafts("NONE"), ANN, "spring"));
    assertCode("review.unknown", () -> desk.approve("OR-9", ANN, "fine"));
    desk.save(ten("A"), 0, ANN, "new");
    assertCode("review.reason-missing", () -> desk.submit(drafts("A"), ANN, " "));
    assertCode(
        "offer.unknown",
        () -> desk.submit(OfferSubmission.builder().ends(List.of("B")).build(), ANN, "x"));
  }

  @Test
  void anOfferCanBeEnded() {
    Offers.publish(desk, ten("A"), ten("B"));
    OfferReview review =
        desk.submit(OfferSubmission.builder().ends(List.of("A")).build(), ANN, "enough");
    desk.approve(review.id(), BEN, "fine");
    desk.publish(review.id(), ANN, "go");
    assertEquals(List.of("B"), served());
    assertEquals(OfferState.ENDED, state("A"));
  }

  @Test
  void layersFactsAndTermsGoOutWithAPublicationAndSurviveARestart() {
    shop.categories.put(Shop.MUG, "kitchen");
    shop.terms = new Terms("Europe/London", new TreeMap<>(Map.of("leeds", "UTC")), false);
    PriceLayer layer =
        new PriceLayer(
            "gold",
            5,
            Offers.LONG,
            Set.of("level:gold"),
            Set.of("leeds"),
            Set.of(),
            Map.of(Shop.TEA, new BookPrice(Shop.pounds(240), Shop.pounds(130))));
    ArticleFacts facts =
        ArticleFacts.builder()
            .categories(List.of("drinks", "tea"))
            .brand("Potter")
            .taxPercent(new BigDecimal("5.5"))
            .build();
    OfferSubmission change =
        OfferSubmission.builder()
            .layers(new PriceLayers(List.of(layer)))
            .articles(Map.of(Shop.TEA, facts))
            .build();
    OfferReview review = desk.submit(change, ANN, "members");
    desk.approve(review.id(), BEN, "fine");
    desk.publish(review.id(), ANN, "go");
    shop.snapshot = Optional.empty();
    shop.desk();
    PriceLayers layers = shop.snapshot.orElseThrow().part(PriceLayers.class).orElseThrow();
    assertEquals(List.of(layer), layers.layers());
    ArticleBook book = shop.snapshot.orElseThrow().part(ArticleBook.class).orElseThrow();
    assertEquals(List.of("drinks", "tea"), book.facts(Shop.TEA).orElseThrow().categories());
    assertEquals(Optional.of("Potter"), book.facts(Shop.TEA).orElseThrow().brand());
    assertEquals(new BigDecimal("5.5"), book.facts(Shop.TEA).orElseThrow().taxPercent());
    assertEquals(List.of("kitchen"), book.facts(Shop.MUG).orElseThrow().categories());
    ShopTerms terms = shop.snapshot.orElseThrow().part(ShopTerms.class).orElseThrow();
    assertEquals("Europe/London", terms.zone(Optional.empty()).getId());
    assertEquals("UTC", terms.zone(Optional.of("leeds")).getId());
    assertEquals(false, terms.pricesIncludeTax());
    shop.categories.put(Shop.TEA, "other");
    shop.categories.put(Shop.MUG, "crockery");
    Offers.publish(shop.desk(), ten("A"));
    ArticleBook next = shop.snapshot.orElseThrow().part(ArticleBook.class).orElseThrow();
    assertEquals(
        List.of("drinks", "tea"),
        next.facts(Shop.TEA).orElseThrow().categories(),
        "people's facts win");
    assertEquals(List.of("crockery"), next.facts(Shop.MUG).orElseThrow().categories());
  }
}
