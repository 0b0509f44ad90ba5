package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.quotes.Slices;
import souk.offer.api.Offer;
import souk.trust.api.OfferDesk;
import souk.trust.api.OfferDraft;

/** Drafts of offers: kept, seen by no till. */
final class DraftResource {
  private static final int USUAL = 100;

  private final Rooms rooms;
  private final OfferReader reader;

  DraftResource(Rooms rooms) {
    this.rooms = rooms;
    this.reader = new OfferReader(rooms);
  }

  /**
   * Body.
   *
   * @param offer in the language of offers
   * @param revision revision that was seen; 0 or left out for a new draft
   * @param reason for the history
   */
  record Body(Object offer, @Nullable Long revision, String reason) {}

  /** What a body says beside the offer. */
  record Plain(@Nullable Long revision, String reason) {}

  List<Route> routes() {
    return List.of(
        Route.get("/offers/drafts", Right.READ, this::list)
            .says("Drafts, latest change first.")
            .paged()
            .answers(Shape.listOf(OfferDraft.class)),
        Route.get("/offers/drafts/{id}", Right.READ, this::one)
            .says("One draft.")
            .answers(Shape.of(OfferDraft.class))
            .fails(404, "draft.unknown"),
        Route.put("/offers/drafts/{id}", Right.MERCHANDISE, this::save)
            .says("Keeps a draft of an offer.")
            .takes(Body.class)
            .answers(Shape.of(OfferDraft.class))
            .fails(404, "draft.unknown")
            .fails(409, "draft.*")
            .fails(422, "offer.invalid"),
        Route.delete("/offers/drafts/{id}", Right.MERCHANDISE, this::forget)
            .says("Forgets a draft; what is published stays.")
            .query("revision", "Revision that was seen.", Shape.COUNT)
            .query("reason", "For the history.", Shape.TEXT)
            .answers(Shape.object("Forgotten").with("offerId", String.class))
            .fails(400, "query.missing")
            .fails(404, "draft.unknown")
            .fails(409, "draft.*"));
  }

  private OfferDesk desk() {
    return rooms.get(OfferDesk.class);
  }

  private Object list(Request request) {
    return Page.of(request, desk()::drafts, USUAL, draft -> draft);
  }

  private Object one(Request request) {
    String id = request.parameter("id");
    return desk().draft(id).orElseThrow(() -> ProblemException.notFound("draft", id));
  }

  private Object save(Request request) {
    Slices body = Slices.of(request.content(), List.of("offer", "revision", "reason"));
    Slices.Slice text =
        body.field("offer")
            .orElseThrow(
                () -> ProblemException.badRequest("body.missing-field", "Field offer is missing."));
    Plain plain = body.without("offer", request.json(), Plain.class);
    long revision = Fields.or(plain.revision(), 0L);
    String reason = Fields.reason(plain.reason());
    return desk().save(offer(request.parameter("id"), text), revision, People.of(request), reason);
  }

  private Offer offer(String id, Slices.Slice text) {
    List<Offer> offers = reader.accepted(text).offers().offers();
    if (offers.size() != 1 || !offers.get(0).id().equals(id)) {
      throw ProblemException.badRequest(
          "body.impossible-value",
          "Field offer must be the one offer %s of the path, but holds %s.%nMaybe an id is misspelt."
              .formatted(id, offers.stream().map(Offer::id).limit(5).toList()));
    }
    return offers.get(0);
  }

  private Object forget(Request request) {
    String id = request.parameter("id");
    long revision = request.query("revision", 0, 0, Long.MAX_VALUE);
    Optional<String> reason = request.query("reason");
    if (reason.isEmpty()) {
      throw ProblemException.badRequest("query.missing", "Parameter reason is missing.");
    }
    desk().delete(id, revision, People.of(request), Fields.reason(reason.get()));
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("offerId", id);
    return view;
  }
}
