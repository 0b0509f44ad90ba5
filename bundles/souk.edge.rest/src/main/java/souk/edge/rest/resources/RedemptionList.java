package souk.edge.rest.resources;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.CsvRows;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.model.Money;
import souk.offer.api.CouponLedger;
import souk.offer.api.Redemption;

/** All redemptions in their order: page by page, or as one file. */
final class RedemptionList {
  private static final int USUAL = 100;
  private static final int PORTION = 500;
  private final Rooms rooms;

  RedemptionList(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/ledger/redemptions", Right.READ, this::page)
            .says("Redemptions and reservations, oldest first; the next page is named in Link.")
            .query("after", "Those behind the one of this id.", Shape.TEXT)
            .query("limit", "Most entries, up to 1,000; 100 if left out.", Shape.COUNT)
            .answers(Shape.listOf(Redemption.class))
            .fails(404, "reservation.unknown")
            .fails(503, "ledger.*"),
        Route.get("/ledger/redemptions/export", Right.READ, this::export)
            .says("All redemptions as CSV, a row for each offer; given_back is negative.")
            .query("after", "Those behind the one of this id.", Shape.TEXT)
            .answers(Shape.TEXT, CsvRows.MEDIA_TYPE.split(";", 2)[0])
            .fails(404, "reservation.unknown")
            .fails(503, "ledger.*"));
  }

  private Object page(Request request) {
    int limit = (int) request.query("limit", USUAL, 1, Page.MOST);
    List<Redemption> page =
        rooms.get(CouponLedger.class).redemptions(request.query("after"), limit);
    if (page.size() < limit) {
      return page;
    }
    Map<String, String> next = new LinkedHashMap<>(request.query());
    next.put("after", page.get(limit - 1).id());
    next.put("limit", Integer.toString(limit));
    return Page.answer(request, page, next);
  }

  private Object export(Request request) {
    CouponLedger ledger = rooms.get(CouponLedger.class);
    // Asked for before the answer begins, so that a ledger that does not serve is a status.
    List<Redemption> first = ledger.redemptions(request.query("after"), PORTION);
    return Answer.file(CsvRows.MEDIA_TYPE, "redemptions.csv", out -> send(ledger, first, out));
  }

  private static void send(CouponLedger ledger, List<Redemption> first, OutputStream out)
      throws IOException {
    CsvRows rows = new CsvRows(out);
    rows.row(
        "redemption_id",
        "order_id",
        "state",
        "recorded_at",
        "expires_at",
        "offer_id",
        "batch_id",
        "currency",
        "discount",
        "given_back");
    List<Redemption> page = first;
    while (!page.isEmpty()) {
      page.forEach(one -> write(one, rows));
      page =
          page.size() < PORTION
              ? List.of()
              : ledger.redemptions(Optional.of(page.get(PORTION - 1).id()), PORTION);
    }
    rows.end();
  }

  private static void write(Redemption one, CsvRows rows) {
    String expires = one.expiresAt().map(Instant::toString).orElse("");
    String state = one.state().name();
    String at = one.recordedAt().toString();
    if (one.parts().isEmpty()) {
      rows.row(one.id(), one.orderId(), state, at, expires, "", "", "", "", "");
    }
    for (Redemption.Part part : one.parts()) {
      rows.row(
          one.id(),
          one.orderId(),
          state,
          at,
          expires,
          part.offerId(),
          part.batchId().orElse(""),
          part.amount().currency().getCurrencyCode(),
          plain(part.amount()),
          plain(part.reversed().negate()));
    }
  }

  private static String plain(Money money) {
    return money.toDecimal().toPlainString();
  }
}
