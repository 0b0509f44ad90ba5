package souk.trust.approval;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.kernel.api.Actor;
import souk.offer.api.Offer;
import souk.trust.api.OfferAssessment;
import souk.trust.api.OfferEvent;
import souk.trust.api.OfferReview;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;

/** Reviews of offers as documents of kind {@code offer-review}. */
final class OfferReviews {
  private static final String KIND = "offer-review";

  /**
   * A review and the revision it was read at; 0 if it was never kept.
   *
   * @param review the review
   * @param revision of its document
   */
  record Kept(OfferReview review, long revision) {}

  private final Documents documents;
  private final OfferHistory history;
  private final Clock clock;
  private final Json json = new Json();

  OfferReviews(Documents documents, OfferHistory history, Clock clock) {
    this.documents = documents;
    this.history = history;
    this.clock = clock;
  }

  Optional<OfferReview> find(String reviewId) {
    return documents.find(KIND, reviewId).map(this::review);
  }

  Kept require(String reviewId) {
    Document document =
        documents
            .find(KIND, reviewId)
            .orElseThrow(
                () ->
                    new TrustException(
                        "review.unknown",
                        "There is no review %s of offers.%nMaybe list the reviews to find its id."
                            .formatted(reviewId)));
    return new Kept(review(document), document.revision());
  }

  List<OfferReview> list(int limit) {
    return documents.list(KIND, limit).stream().map(this::review).toList();
  }

  private OfferReview review(Document document) {
    return OfferReviewJson.read(json.read(document));
  }

  /** A review with one more step; the assessment is the latest one. */
  OfferReview with(
      OfferReview before,
      ReviewState state,
      OfferAssessment assessment,
      Actor actor,
      String action,
      String reason,
      Optional<String> publicationId) {
    List<Review.Step> steps = new ArrayList<>(before.steps());
    steps.add(new Review.Step(clock.instant(), actor.name(), action, reason));
    return OfferReview.builder(before.id(), state, assessment)
        .offers(before.offers())
        .ends(before.ends())
        .layers(before.layers())
        .articles(before.articles())
        .authors(before.authors())
        .steps(steps)
        .publicationId(publicationId.or(before::publicationId))
        .build();
  }

  /** The review as a document, with an event in the history of each offer it is about. */
  List<Documents.Put> puts(Kept before, OfferReview review) {
    List<Documents.Put> puts = new ArrayList<>();
    puts.add(
        new Documents.Put(
            KIND, review.id(), before.revision(), json.text(OfferReviewJson.write(review, json))));
    Review.Step last = review.steps().get(review.steps().size() - 1);
    OfferEvent event =
        new OfferEvent(
            last.at(),
            last.actor(),
            last.action(),
            last.reason(),
            review.publicationId().orElse(review.id()));
    subjects(review).forEach(id -> puts.add(history.put(id, event)));
    return puts;
  }

  static Set<String> subjects(OfferReview review) {
    Set<String> ids = new LinkedHashSet<>();
    review.offers().stream().map(Offer::id).forEach(ids::add);
    ids.addAll(review.ends());
    return ids;
  }

  /** What belongs to an undo of the publication that a review led to. */
  List<Documents.Put> undo(String reviewId, Actor actor, String reason) {
    Kept kept = require(reviewId);
    return puts(
        kept,
        with(
            kept.review(),
            ReviewState.UNDONE,
            kept.review().assessment(),
            actor,
            "undo",
            reason,
            Optional.empty()));
  }
}
