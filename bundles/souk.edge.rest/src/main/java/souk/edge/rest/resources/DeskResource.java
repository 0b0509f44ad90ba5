package souk.edge.rest.resources;

import java.util.List;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.trust.api.OfferAssessment;
import souk.trust.api.OfferDesk;
import souk.trust.api.OfferReview;
import souk.trust.api.Person;
import souk.trust.api.Publication;

/**
 * Changes of offers, price layers and facts about articles on their way to the tills: assessed,
 * submitted, approved, published.
 */
final class DeskResource {
  private static final int USUAL = 100;

  private final Rooms rooms;
  private final ShopChange changes;

  DeskResource(Rooms rooms) {
    this.rooms = rooms;
    this.changes = new ShopChange(rooms);
  }

  /**
   * Body of a change.
   *
   * @param drafts ids of drafts to be published
   * @param ends ids of published offers that shall leave the book
   * @param document in the language of offers, with price layers (all of them from then on) and
   *     articles (facts to add, or to put in the place of those published) and without offers
   */
  record Change(
      @Nullable List<String> drafts, @Nullable List<String> ends, @Nullable Object document) {}

  /**
   * Body of a submission.
   *
   * @param drafts ids of drafts to be published
   * @param ends ids of published offers that shall leave the book
   * @param document in the language of offers, with price layers (all of them from then on) and
   *     articles (facts to add, or to put in the place of those published) and without offers
   * @param reason for the audit
   */
  record Submission(
      @Nullable List<String> drafts,
      @Nullable List<String> ends,
      @Nullable Object document,
      String reason) {}

  /**
   * Body of a step.
   *
   * @param reason for the audit
   */
  record Step(String reason) {}

  /** One step of a review. */
  @FunctionalInterface
  private interface Taken {
    Object take(OfferDesk desk, String id, Person person, String reason);
  }

  List<Route> routes() {
    return List.of(
        Route.post("/offers/assess", Right.MERCHANDISE, this::assess)
            .changesNothing()
            .large()
            .says("What engine and guards would say of a change of offers.")
            .takes(Change.class)
            .answers(Shape.of(OfferAssessment.class))
            .fails(404, "draft.unknown", "offer.unknown")
            .fails(409, "review.*", "draft.*", "publication.*")
            .fails(422, "offer.invalid"),
        Route.post("/offers/reviews", Right.MERCHANDISE, this::submit)
            .large()
            .says("Puts a change of offers before people.")
            .takes(Submission.class)
            .answers(Shape.of(OfferReview.class))
            .fails(404, "draft.unknown", "offer.unknown")
            .fails(409, "guard.blocked", "review.*", "draft.*", "publication.*")
            .fails(422, "offer.invalid"),
        Route.get("/offers/reviews", Right.READ, this::list)
            .says("Changes of offers, latest step first.")
            .paged()
            .answers(Shape.listOf(OfferReview.class)),
        Route.get("/offers/reviews/{id}", Right.READ, this::one)
            .says("One change of offers, and what was said of it.")
            .answers(Shape.of(OfferReview.class))
            .fails(404, "review.unknown"),
        step("approve", "Approves a change of offers.", OfferDesk::approve),
        step("reject", "Rejects or withdraws a change of offers.", OfferDesk::reject),
        step("publish", "Puts an approved change of offers into force.", OfferDesk::publish)
            .answers(Shape.of(Publication.class)));
  }

  private Route step(String verb, String summary, Taken step) {
    return Route.post(
            "/offers/reviews/{id}/" + verb,
            Right.MERCHANDISE,
            request ->
                step.take(
                    desk(),
                    request.parameter("id"),
                    People.of(request),
                    Fields.reason(request.body(Step.class).reason())))
        .says(summary)
        .takes(Step.class)
        .answers(Shape.of(OfferReview.class))
        .fails(404, "review.unknown")
        .fails(409, "guard.blocked", "review.*", "publication.*");
  }

  private OfferDesk desk() {
    return rooms.get(OfferDesk.class);
  }

  private Object assess(Request request) {
    return desk().assess(changes.read(request).submission());
  }

  private Object submit(Request request) {
    ShopChange.Asked asked = changes.read(request);
    return desk().submit(asked.submission(), People.of(request), Fields.reason(asked.reason()));
  }

  private Object list(Request request) {
    return Page.of(request, desk()::reviews, USUAL, review -> review);
  }

  private Object one(Request request) {
    String id = request.parameter("id");
    return desk().review(id).orElseThrow(() -> ProblemException.notFound("review", id));
  }
}
