package souk.edge.rest.resources;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.once.Once;
import souk.model.Money;
import souk.offer.api.CouponLedger;
import souk.offer.api.Reversal;
import souk.offer.api.ReversalRequest;

/** Units that come back: what the customer gets for them, and what budgets get back. */
final class RefundResource {
  private final Rooms rooms;

  RefundResource(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Units of one line.
   *
   * @param lineId the line
   * @param quantity units that come back
   */
  record Line(String lineId, BigDecimal quantity) {}

  /**
   * Discount of one offer.
   *
   * @param offerId the offer
   * @param amountMinor what is given back, in minor units
   * @param currency ISO 4217
   */
  record Amount(String offerId, @Nullable Long amountMinor, String currency) {}

  /**
   * Body: exactly one of whole, lines and amounts.
   *
   * @param redemptionId what to give back from
   * @param whole true for all that is left
   * @param lines units that come back
   * @param amounts discounts that are given back, for redemptions without lines
   */
  record Body(
      String redemptionId,
      @Nullable Boolean whole,
      @Nullable List<Line> lines,
      @Nullable List<Amount> amounts) {}

  List<Route> routes() {
    return List.of(
        Route.post("/refunds", Right.QUOTE, this::refund)
            .keptByLedger()
            .says("What units that come back are worth; never more than was paid for them.")
            .takes(Body.class)
            .answers(Shape.of(Reversal.class))
            .fails(400, "body.unknown-currency")
            .fails(404, "reservation.unknown", "redemption.unknown")
            .fails(409, "redemption.*", "reversal.too-much", "reservation.*")
            .fails(422, "line.unknown", "offer.unknown", "claim.currency")
            .fails(503, "ledger.*"));
  }

  private Object refund(Request request) {
    String key = Once.required(request.idempotencyKey());
    Body body = request.body(Body.class);
    ReversalRequest.Builder wish =
        ReversalRequest.builder(key, Fields.required("redemptionId", body.redemptionId()));
    if (Boolean.TRUE.equals(body.whole())) {
      wish.whole();
    }
    for (Line line : Fields.list("lines", body.lines())) {
      wish.line(
          Fields.required("lines.lineId", line.lineId()),
          Fields.required("lines.quantity", line.quantity()));
    }
    for (Amount amount : Fields.list("amounts", body.amounts())) {
      wish.amount(
          Fields.required("amounts.offerId", amount.offerId()),
          Money.ofMinor(
              Fields.required("amounts.amountMinor", amount.amountMinor()),
              Currencies.of(Fields.required("amounts.currency", amount.currency()))));
    }
    Reversal reversal = rooms.get(CouponLedger.class).reverse(wish.build());
    return Answer.json(
        200, request.json().bytes(reversal), RedemptionResource.replayed(reversal.replayed()));
  }
}
