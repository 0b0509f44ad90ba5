package souk.trust.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import souk.data.api.Documents;
import souk.kernel.api.Actor;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Snapshots;
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
  private final Snapshots snapshots;
  private final DecisionLog decisions;
  private final Supplier<Optional<OfferEngine>> offerEngine;
  private final Clock clock;
  private final Json json = new Json();
  private final Object lock = new Object();

  Publishing(
      Reviews reviews,
      PriceBooks priceBooks,
      Publications publications,
      Snapshots snapshots,
      DecisionLog decisions,
      Supplier<Optional<OfferEngine>> offerEngine,
      Clock clock) {
    this.reviews = reviews;
    this.priceBooks = priceBooks;
    this.publications = publications;
    this.snapshots = snapshots;
    this.decisions = decisions;
    this.offerEngine = offerEngine;
    this.clock = clock;
  }

  /** Puts the last publication back into force, if there is one and it is not. */
  void restore() {
    synchronized (lock) {
      publications.restore(snapshots);
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
              new OfferBook(List.of()));
      return putIntoForce(
          before,
          Optional.of(content),
          content,
          new Cause(
              actor, "Present list prices", Optional.empty(), Optional.empty(), Optional.empty()),
          List.of());
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
      return putIntoForce(
          before,
          Optional.of(content),
          content,
          new Cause(
              actor, reason, Optional.of(plan.id()), request.experimentId(), Optional.empty()),
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
    return new Content(new SnapshotId("S-" + number(before)), now, prices, offers);
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
      List<Documents.Put> others =
          undone.planId().map(plan -> List.of(undoneReview(plan, actor, reason))).orElse(List.of());
      return putIntoForce(
          Optional.of(inForce),
          Optional.empty(),
          content,
          new Cause(actor, reason, Optional.empty(), Optional.empty(), Optional.of(undone.id())),
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

  private record Cause(
      Actor actor,
      String reason,
      Optional<String> planId,
      Optional<String> experimentId,
      Optional<String> undoes) {}

  private Publication putIntoForce(
      Optional<InForce> before,
      Optional<Content> fresh,
      Content content,
      Cause cause,
      List<Documents.Put> others) {
    long number = number(before);
    Publication publication =
        new Publication(
            "PUB-" + number,
            content.id(),
            before.map(i -> i.publication().snapshot()),
            cause.planId(),
            cause.experimentId(),
            cause.undoes(),
            clock.instant(),
            cause.actor().name(),
            cause.reason(),
            content.prices().prices().size(),
            content.offers().offers().size());
    publications.write(before, publication, number, fresh, others);
    snapshots.publish(content.snapshot());
    String body =
        json.text(
            json.object()
                .put("publicationId", publication.id())
                .put("planId", cause.planId().orElse(""))
                .put("undoes", cause.undoes().orElse(""))
                .put("reason", cause.reason()));
    decisions.appendDurable(
        Decision.builder(decisions.newId(), "publication", publication.at())
            .actor(cause.actor())
            .snapshot(content.id())
            .body(body)
            .build());
    return publication;
  }

  private static long number(Optional<InForce> before) {
    return before.map(InForce::number).orElse(0L) + 1;
  }

  Optional<Publication> current() {
    return publications.inForce().map(InForce::publication);
  }

  List<Publication> history(int limit) {
    return publications.list(limit);
  }
}
