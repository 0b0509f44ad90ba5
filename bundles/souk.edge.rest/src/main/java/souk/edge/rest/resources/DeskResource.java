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
import souk.trust.api.OfferSubmission;
import souk.trust.api.Person;
import souk.trust.api.Publication;

/** Changes of offers on their way to the tills: assessed, submitted, approved, published. */
final class DeskResource {
  private static final int USUAL = 100;

  private final Rooms rooms;

  DeskResource(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Body of a change.
   *
   * @param drafts ids of drafts to be published
   * @param ends ids of published offers that shall leave the book
   */
  record Change(@Nullable List<String> drafts, @Nullable List<String> ends) {}

  /**
   * Body of a submission.
   *
   * @param drafts ids of drafts to be published
   * @param ends ids of published offers that shall leave the book
   * @param reason for the audit
   */
  record Submission(@Nullable List<String> drafts, @Nullable List<String> ends, String reason) {}

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
            .says("What engine and guards would say of a change of offers.")
            .takes(Change.class)
            .answers(Shape.of(OfferAssessment.class))
            .fails(404, "draft.unknown", "offer.unknown")
            .fails(409, "review.*", "draft.*", "publication.*"),
        Route.post("/offers/reviews", Right.MERCHANDISE, this::submit)
            .says("Puts a change of offers before people.")
            .takes(Submission.class)
            .answers(Shape.of(OfferReview.class))
            .fails(404, "draft.unknown", "offer.unknown")
            .fails(409, "guard.blocked", "review.*", "draft.*", "publication.*"),
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

  private static OfferSubmission change(
      @Nullable List<String> drafts, @Nullable List<String> ends) {
    return OfferSubmission.builder()
        .drafts(Fields.list("drafts", drafts))
        .ends(Fields.list("ends", ends))
        .build();
  }

  private Object assess(Request request) {
    Change body = request.body(Change.class);
    return desk().assess(change(body.drafts(), body.ends()));
  }

  private Object submit(Request request) {
    Submission body = request.body(Submission.class);
    return desk()
        .submit(
            change(body.drafts(), body.ends()), People.of(request), Fields.reason(body.reason()));
  }

  private Object list(Request request) {
    return Page.of(request, desk()::reviews, USUAL, review -> review);
  }

  private Object one(Request request) {
    String id = request.parameter("id");
    return desk().review(id).orElseThrow(() -> ProblemException.notFound("review", id));
  }
}
