package souk.trust.approval;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import souk.data.api.Documents;
import souk.model.Reason;
import souk.offer.api.Offer;
import souk.trust.api.OfferAssessment;
import souk.trust.api.OfferDraft;
import souk.trust.api.OfferReview;
import souk.trust.api.OfferSubmission;
import souk.trust.api.Person;
import souk.trust.api.Publication;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;
import souk.trust.approval.Publications.InForce;

/** From submission to publication: who may decide what, and in which order it is written. */
final class OfferReviewing {
  private final Documents documents;
  private final Drafts drafts;
  private final OfferReviews reviews;
  private final OfferAssessor assessor;
  private final Publications publications;
  private final Served served;
  private final Enactment enactment;
  private final Switching switching;
  private final DeskLog log;
  private final Clock clock;

  OfferReviewing(
      Documents documents,
      Drafts drafts,
      OfferReviews reviews,
      OfferAssessor assessor,
      Served served,
      Enactment enactment,
      Switching switching,
      DeskLog log,
      Clock clock) {
    this.documents = documents;
    this.drafts = drafts;
    this.reviews = reviews;
    this.assessor = assessor;
    this.publications = new Publications(documents);
    this.served = served;
    this.enactment = enactment;
    this.switching = switching;
    this.log = log;
    this.clock = clock;
  }

  OfferAssessment assess(OfferSubmission change) {
    return assess("preview", content(), unjudged("preview", change, Set.of()));
  }

  OfferReview submit(OfferSubmission change, Person person, String reason) {
    DeskLog.requireReason(reason);
    Content now = content();
    Set<String> authors = new TreeSet<>();
    authors.add(person.name());
    List<OfferDraft> held = new ArrayList<>();
    for (String id : change.drafts()) {
      OfferDraft draft = drafts.require(id);
      held.add(draft);
      authors.addAll(draft.authors());
    }
    requireEnds(change, now);
    OfferReview review = unjudged(log.newReviewId(), change, authors);
    OfferAssessment assessment = assess(review.id(), now, review);
    requirePublishable(review.id(), assessment);
    OfferReview submitted =
        reviews.with(
            review,
            ReviewState.PROPOSED,
            assessment,
            person.actor(),
            "submit",
            reason,
            Optional.empty());
    List<Documents.Put> puts =
        new ArrayList<>(reviews.puts(new OfferReviews.Kept(submitted, 0), submitted));
    for (OfferDraft draft : held) {
      requireFree(draft);
      puts.add(drafts.hold(draft, Optional.of(review.id())));
    }
    write(puts);
    log.write(person, "submit", review.id(), reason, "proposed");
    return submitted;
  }

  private static void requireFree(OfferDraft draft) {
    draft
        .reviewId()
        .ifPresent(
            other -> {
              throw new TrustException(
                  "draft.in-review",
                  "The draft of offer %s is held by review %s already."
                      .formatted(draft.offer().id(), other));
            });
  }

  private static void requireEnds(OfferSubmission change, Content now) {
    Set<String> known = now.offers().offers().stream().map(Offer::id).collect(Collectors.toSet());
    change.ends().stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new TrustException(
                  "offer.unknown",
                  "Offer %s is not published, so it cannot be ended.%nMaybe list the offers to find its id."
                      .formatted(id));
            });
  }

  OfferReview approve(String reviewId, Person person, String reason) {
    DeskLog.requireReason(reason);
    OfferReviews.Kept kept = reviews.require(reviewId);
    OfferReview review = kept.review();
    Transitions.APPROVE.require("Review " + reviewId, review.state());
    OfferAssessment assessment = assess(reviewId, content(), review);
    if (!assessment.publishable()) {
      step(kept, ReviewState.BLOCKED, assessment, person, "approve-blocked", reason);
      requirePublishable(reviewId, assessment);
    }
    if (!assessment.secondPerson().isEmpty() && review.authors().contains(person.name())) {
      throw new TrustException(
          "review.own-submission",
          "Review %s needs a second person, and %s is one of its authors (%s).%n%s%nMaybe ask somebody with another key to approve it."
              .formatted(
                  reviewId,
                  person.name(),
                  String.join(", ", new TreeSet<>(review.authors())),
                  texts(assessment.secondPerson())));
    }
    return step(kept, ReviewState.APPROVED, assessment, person, "approve", reason);
  }

  OfferReview reject(String reviewId, Person person, String reason) {
    DeskLog.requireReason(reason);
    OfferReviews.Kept kept = reviews.require(reviewId);
    OfferReview review = kept.review();
    Transitions.REJECT.require("Review " + reviewId, review.state());
    OfferReview rejected =
        reviews.with(
            review,
            ReviewState.REJECTED,
            review.assessment(),
            person.actor(),
            "reject",
            reason,
            Optional.empty());
    List<Documents.Put> puts = new ArrayList<>(reviews.puts(kept, rejected));
    held(review).forEach(draft -> puts.add(drafts.hold(draft, Optional.empty())));
    write(puts);
    log.write(person, "reject", reviewId, reason, "rejected");
    return rejected;
  }

  Publication publish(String reviewId, Person person, String reason) {
    DeskLog.requireReason(reason);
    Publication publication;
    synchronized (served.publications()) {
      OfferReviews.Kept kept = reviews.require(reviewId);
      OfferReview review = kept.review();
      Transitions.PUBLISH.require("Review " + reviewId, review.state());
      Content now = content();
      OfferAssessment assessment = assess(reviewId, now, review);
      requirePublishable(reviewId, assessment);
      requireApproved(review, assessment);
      Optional<InForce> before = publications.inForce();
      Content next = next(now, review);
      Content content =
          new Content(
              Enactment.nextId(before),
              clock.instant(),
              next.prices(),
              next.offers(),
              next.parts());
      String publicationId = "PUB-" + Enactment.number(before);
      OfferReview published =
          reviews.with(
              review,
              ReviewState.PUBLISHED,
              assessment,
              person.actor(),
              "publish",
              reason,
              Optional.of(publicationId));
      List<Documents.Put> puts = new ArrayList<>(reviews.puts(kept, published));
      held(review).forEach(draft -> puts.add(drafts.done(draft)));
      publication =
          switching.withPauses(
              pausedOnes(review),
              person,
              reason,
              puts,
              all ->
                  enactment.put(
                      before,
                      Optional.of(content),
                      content,
                      Cause.offers(person.actor(), reason, reviewId),
                      all));
    }
    log.write(person, "publish", reviewId, reason, publication.id());
    return publication;
  }

  private static Set<String> pausedOnes(OfferReview review) {
    return review.offers().stream()
        .filter(Offer::paused)
        .map(Offer::id)
        .collect(Collectors.toSet());
  }

  private static void requireApproved(OfferReview review, OfferAssessment assessment) {
    boolean second =
        review.steps().stream()
            .filter(step -> step.action().equals("approve"))
            .map(Review.Step::actor)
            .anyMatch(name -> !review.authors().contains(name));
    if (!assessment.secondPerson().isEmpty() && !second) {
      throw new TrustException(
          "review.second-person-needed",
          "Review %s was approved by one of its authors alone, but needs a second person by now.%n%s%nMaybe reject it and submit it again."
              .formatted(review.id(), texts(assessment.secondPerson())));
    }
  }

  private OfferReview step(
      OfferReviews.Kept kept,
      ReviewState state,
      OfferAssessment assessment,
      Person person,
      String action,
      String reason) {
    OfferReview next =
        reviews.with(
            kept.review(), state, assessment, person.actor(), action, reason, Optional.empty());
    write(reviews.puts(kept, next));
    log.write(person, action, next.id(), reason, state.name().toLowerCase(Locale.ROOT));
    return next;
  }

  private void write(List<Documents.Put> puts) {
    try {
      documents.putAll(puts);
    } catch (Documents.ConflictException e) {
      throw new TrustException(
          "review.conflict",
          "Somebody else decided or changed a draft at the same time; nothing was changed.%n%s"
              .formatted(e.getMessage()));
    }
  }

  private OfferAssessment assess(String id, Content now, OfferReview review) {
    Set<String> changed = new HashSet<>();
    review.offers().forEach(offer -> changed.add(offer.id()));
    return assessor.assess(id, now, next(now, review), changed, served.switches());
  }

  private Content next(Content now, OfferReview review) {
    List<Offer> offers =
        review.offers().stream().map(offer -> OfferCopies.paused(offer, false)).toList();
    return assessor.next(now, offers, review.ends(), review.layers(), review.articles());
  }

  private OfferReview unjudged(String id, OfferSubmission change, Set<String> authors) {
    return OfferReview.builder(id, ReviewState.PROPOSED, OfferAssessor.NONE)
        .offers(change.drafts().stream().distinct().map(d -> drafts.require(d).offer()).toList())
        .ends(change.ends())
        .layers(change.layers())
        .articles(change.articles())
        .authors(authors)
        .build();
  }

  private List<OfferDraft> held(OfferReview review) {
    return review.offers().stream()
        .map(offer -> drafts.find(offer.id()))
        .flatMap(Optional::stream)
        .filter(draft -> draft.reviewId().equals(Optional.of(review.id())))
        .toList();
  }

  private Content content() {
    return served
        .content()
        .orElseThrow(
            () ->
                new TrustException(
                    "publication.nothing-published",
                    "No prices are published, so no offer can be judged.\n"
                        + "Maybe publish the present list prices first."));
  }

  private static void requirePublishable(String reviewId, OfferAssessment assessment) {
    if (!assessment.findings().isEmpty()) {
      throw new TrustException(
          "review.invalid-offers",
          "The offers of %s cannot be published:%n%s"
              .formatted(reviewId, texts(assessment.findings())));
    }
    if (assessment.verdict().blocked()) {
      throw Guards.refusal("change " + reviewId, assessment.verdict());
    }
  }

  private static String texts(List<Reason> reasons) {
    return reasons.stream().limit(5).map(Reason::text).collect(Collectors.joining("\n"));
  }
}
