package souk.edge.rest.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.json.OfferShapes;
import souk.edge.rest.json.OfferViews;
import souk.offer.api.CouponLedger;
import souk.offer.api.LedgerView;
import souk.trust.api.OfferDesk;
import souk.trust.api.OfferEvent;
import souk.trust.api.OfferStatus;
import souk.trust.api.OfferSwitches;
import souk.trust.api.Person;

/** Where each offer stands, and the switches that stop it: pause, kill, kill all. */
final class SwitchResource {
  private static final int EVENTS = 100;
  private static final Shape.Fields USE =
      Shape.object("OfferUse").with("orders", long.class).with("spentMinor", long.class);
  private static final Shape.Fields STANDING =
      OfferShapes.STATUS.named("OfferStanding").with("use", USE.orNull());

  private final Rooms rooms;

  SwitchResource(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Body.
   *
   * @param reason for the audit
   */
  record Body(String reason) {}

  /** Changes one offer. */
  @FunctionalInterface
  private interface One {
    OfferStatus turn(OfferDesk desk, String offerId, Person person, String reason);
  }

  /** Changes all offers. */
  @FunctionalInterface
  private interface All {
    OfferSwitches turn(OfferDesk desk, Person person, String reason);
  }

  List<Route> routes() {
    return List.of(
        Route.get("/offers/status", Right.READ, this::list)
            .says("Every offer published or drafted: where it stands and how much it was used.")
            .paged()
            .answers(Shape.list(STANDING)),
        Route.get("/offers/switches", Right.READ, request -> desk().switches())
            .says("Which offers are stopped now.")
            .answers(Shape.of(OfferSwitches.class)),
        Route.get("/offers/{id}", Right.READ, this::one)
            .says("Where one offer stands, how much it was used, and what happened to it.")
            .answers(
                STANDING.named("OfferWithHistory").with("history", Shape.listOf(OfferEvent.class)))
            .fails(404, "offer.unknown"),
        one(
            "pause",
            Right.MERCHANDISE,
            "Stops a published offer for the time being.",
            OfferDesk::pause),
        one("resume", Right.MERCHANDISE, "Gives a paused offer again.", OfferDesk::resume),
        one("kill", Right.MERCHANDISE, "Stops an offer until an admin lifts it.", OfferDesk::kill),
        one("lift", Right.ADMINISTER, "Takes the kill switch of an offer back.", OfferDesk::lift),
        all(
            "kill-all",
            Right.MERCHANDISE,
            "Stops all offers until an admin lifts it.",
            OfferDesk::killAll),
        all(
            "lift-all",
            Right.ADMINISTER,
            "Takes the kill switch of all offers back.",
            OfferDesk::liftAll));
  }

  private Route one(String verb, Right right, String summary, One turn) {
    return Route.post(
            "/offers/{id}/" + verb,
            right,
            request ->
                turn.turn(desk(), request.parameter("id"), People.of(request), reason(request)))
        .says(summary)
        .takes(Body.class)
        .answers(Shape.of(OfferStatus.class))
        .fails(403, "kill.admin-only")
        .fails(404, "offer.unknown")
        .fails(409, "offer.*", "guard.blocked", "kill.*", "publication.*")
        .fails(503, "kill.not-durable");
  }

  private Route all(String verb, Right right, String summary, All turn) {
    return Route.post(
            "/offers/" + verb,
            right,
            request -> turn.turn(desk(), People.of(request), reason(request)))
        .says(summary)
        .takes(Body.class)
        .answers(Shape.of(OfferSwitches.class))
        .fails(403, "kill.admin-only")
        .fails(409, "guard.blocked", "kill.*")
        .fails(503, "kill.not-durable");
  }

  private static String reason(Request request) {
    return Fields.reason(request.body(Body.class).reason());
  }

  private OfferDesk desk() {
    return rooms.get(OfferDesk.class);
  }

  private Object list(Request request) {
    return Page.of(request, desk().offers(), Page.MOST, this::standing);
  }

  private Map<String, Object> standing(OfferStatus status) {
    Map<String, Object> view = OfferViews.status(status);
    Optional<LedgerView.OfferUse> use =
        rooms.settled(CouponLedger.class).map(l -> l.use(status.offerId(), Optional.empty()));
    view.put("use", use.map(u -> Map.of("orders", u.orders(), "spentMinor", u.spentMinor())));
    return view;
  }

  private Object one(Request request) {
    String id = request.parameter("id");
    OfferStatus status =
        desk().status(id).orElseThrow(() -> ProblemException.notFound("offer", id));
    Map<String, Object> view = standing(status);
    view.put("history", desk().history(id, EVENTS));
    return view;
  }
}
