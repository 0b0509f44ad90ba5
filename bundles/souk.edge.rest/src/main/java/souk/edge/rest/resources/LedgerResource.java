package souk.edge.rest.resources;

import java.util.List;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.offer.api.CouponLedger;
import souk.offer.api.LedgerStatus;

/** How the ledger is, and what an operator does when it differs from what was acknowledged. */
final class LedgerResource {
  private final Rooms rooms;

  LedgerResource(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Body.
   *
   * @param differenceId id of the difference that the status reports
   * @param reason for the audit
   */
  record Accept(String differenceId, String reason) {}

  List<Route> routes() {
    return List.of(
        Route.get("/ledger", Right.READ, request -> ledger().status())
            .says("Whether the ledger answers, and how it differs from what was acknowledged.")
            .answers(Shape.of(LedgerStatus.class)),
        Route.post("/ledger/accept", Right.ADMINISTER, this::accept)
            .says("Serves the ledger again although it differs; what is lost is counted.")
            .takes(Accept.class)
            .answers(Shape.of(LedgerStatus.class))
            .fails(409, "ledger.*", "difference.*")
            .fails(503, "ledger.*"));
  }

  private CouponLedger ledger() {
    return rooms.get(CouponLedger.class);
  }

  private Object accept(Request request) {
    Accept body = request.body(Accept.class);
    String difference = Fields.required("differenceId", body.differenceId());
    String reason = Fields.reason(body.reason());
    CouponLedger ledger = ledger();
    rooms
        .get(AuditTrail.class)
        .record(
            AuditEntry.builder(request.actor(), "ledger.accept", difference)
                .reason(reason)
                .build());
    return ledger.accept(difference, request.actor().name());
  }
}
