package souk.trust.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import souk.data.api.Documents;
import souk.kernel.api.Actor;
import souk.kernel.api.DecisionLog;
import souk.model.Reason;
import souk.model.SnapshotId;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferEngine;
import souk.offer.api.PriceBook;
import souk.plan.api.Plan;
import souk.trust.api.Publication;
import souk.trust.api.PublishRequest;
import souk.trust.api.Review;
import souk.trust.api.TrustException;
import souk.trust.api.Verdict;
import souk.trust.approval.Publications.InForce;

/**
 * The order of things at a publication: judge, build, write all of it in one transaction, then swap
 * the snapshot, then log. What the journal says is in force; the snapshot follows it at start.
 * Publications run one after the other.
 */
final class Publishing {
  private final Reviews reviews;
  private final PriceBooks priceBooks;
  private final Publications publications;
  private final Served served;
  private final ShopFacts facts;
  private final Enactment enactment;
  private final OfferReviews offerReviews;
  private final OfferGuards offerGuards;
  private final Supplier<Optional<OfferEngine>> offerEngine;
  private final Clock clock;
  private final Object lock;

  Publishing(
      Reviews reviews,
      PriceBooks priceBooks,
      Publications publications,
      Served served,
      ShopFacts facts,
      OfferReviews offerReviews,
      OfferGuards offerGuards,
      DecisionLog decisions,
      Supplier<Optional<OfferEngine>> offerEngine,
      Clock clock) {
    this.reviews = reviews;
    this.priceBooks = priceBooks;
    this.publications = publications;
    this.served = served;
    this.facts = facts;
    this.offerReviews = offerReviews;
    this.offerGuards = offerGuards;
    this.enactment = new Enactment(publications, served, decisions, clock);
    this.lock = served.publications();
    this.offerEngine = offerEngine;
    this.clock = clock;
  }

  /** Puts the last publication back into force, if there is one and it is not. */
  void restore() {
    synchronized (lock) {
      publications.restore(served);
    }
  }

  Publication publishBaseline(Actor actor) {
    synchronized (lock) {
      Optional<InForce> before = publications.inForce();
      if (before.isPresent()) {
        return before.get().publication();
      }
      Content content =
          new Content(
              new SnapshotId("S-1"),
              clock.instant(),
              priceBooks.listPrices(Optional.empty()),
              new OfferBook(List.of()),
              facts.next(ShopParts.NONE, Map.of(), Optional.empty()));
      return enactment.put(before, Optional.of(content), content, Cause.baseline(actor), List.of());
    }
  }

  Publication publish(PublishRequest request, Actor actor, String reason) {
    synchronized (lock) {
      Reviews.Kept kept = reviews.current(request.planId());
      Transitions.PUBLISH.require(kept.review());
      Plan plan = reviews.plan(request.planId());
      Verdict verdict = reviews.judge(plan);
      if (verdict.blocked()) {
        throw Guards.blocked(plan.id(), verdict);
      }
      Optional<InForce> before = publications.inForce();
      Content content = next(before, plan, request);
      Review published =
          reviews.with(
              kept.review(),
              Transitions.PUBLISH.target(),
              verdict,
              reviews.step(actor, "publish", reason));
      return enactment.put(
          before,
          Optional.of(content),
          content,
          Cause.plan(actor, reason, plan.id(), request.experimentId()),
          List.of(reviews.put(kept, published)));
    }
  }

  private Content next(Optional<InForce> before, Plan plan, PublishRequest request) {
    Optional<Content> inForce = before.map(i -> publications.content(i.publication().snapshot()));
    Instant now = clock.instant();
    PriceBook prices =
        priceBooks.withPlan(
            priceBooks.listPrices(inForce.map(Content::prices)), plan, request.heldOutSkus());
    OfferBook offers =
        OfferBooks.withPlan(
            inForce.map(Content::offers).orElseGet(() -> new OfferBook(List.of())),
            plan,
            request.heldOutAudience(),
            now);
    validate(offers, prices);
    Content next =
        new Content(
            Enactment.nextId(before),
            now,
            prices,
            offers,
            facts.next(
                inForce.map(Content::parts).orElse(ShopParts.NONE), Map.of(), Optional.empty()));
    offerGuards.require(plan, inForce, next);
    return next;
  }

  private void validate(OfferBook offers, PriceBook prices) {
    if (offers.offers().isEmpty()) {
      return;
    }
    OfferEngine engine =
        offerEngine
            .get()
            .orElseThrow(
                () ->
                    new TrustException(
                        "publication.no-offer-engine",
                        "The offers cannot be checked, because no offer engine is there.\n"
                            + "Maybe start the bundle souk.offer.engine."));
    List<Reason> findings = engine.validate(offers, prices);
    if (!findings.isEmpty()) {
      throw new TrustException(
          "publication.invalid-offers",
          "The offers cannot be published:\n"
              + findings.stream().map(Reason::text).collect(Collectors.joining("\n")));
    }
  }

  Publication undo(String publicationId, Actor actor, String reason) {
    synchronized (lock) {
      Publication undone =
          publications
              .find(publicationId)
              .orElseThrow(
                  () ->
                      new TrustException(
                          "publication.unknown",
                          "There is no publication %s.".formatted(publicationId)));
      InForce inForce = publications.inForce().orElseThrow();
      requireUndoable(undone, inForce.publication());
      Content content = publications.content(undone.previous().orElseThrow());
      List<Documents.Put> others = new ArrayList<>();
      undone.planId().ifPresent(plan -> others.add(undoneReview(plan, actor, reason)));
      publications
          .offerReview(undone.id())
          .ifPresent(review -> others.addAll(offerReviews.undo(review, actor, reason)));
      return enactment.put(
          Optional.of(inForce),
          Optional.empty(),
          content,
          Cause.undo(actor, reason, undone.id()),
          others);
    }
  }

  private static void requireUndoable(Publication undone, Publication inForce) {
    if (undone.undoes().isPresent() || undone.previous().isEmpty()) {
      throw new TrustException(
          "publication.not-undoable",
          "Publication %s %s and cannot be undone itself.%nMaybe publish a new plan."
              .formatted(
                  undone.id(), undone.undoes().isPresent() ? "is an undo" : "is the first one"));
    }
    if (!undone.snapshot().equals(inForce.snapshot())) {
      throw new TrustException(
          "publication.not-in-force",
          "Publication %s put %s into force, but %s is in force now, by %s.%nMaybe undo the later publication first."
              .formatted(undone.id(), undone.snapshot(), inForce.snapshot(), inForce.id()));
    }
  }

  private Documents.Put undoneReview(String planId, Actor actor, String reason) {
    Reviews.Kept kept = reviews.current(planId);
    Transitions.UNDO.require(kept.review());
    return reviews.put(
        kept,
        reviews.with(
            kept.review(),
            Transitions.UNDO.target(),
            kept.review().verdict(),
            reviews.step(actor, "undo", reason)));
  }

  Optional<Publication> current() {
    return publications.inForce().map(InForce::publication);
  }

  List<Publication> history(int limit) {
    return publications.list(limit);
  }
}
