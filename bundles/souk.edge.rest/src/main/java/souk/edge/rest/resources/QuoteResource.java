package souk.edge.rest.resources;

import java.util.List;
import java.util.Locale;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Problem;
import souk.edge.rest.http.Problems;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.json.Json;
import souk.edge.rest.quotes.AskedCart;
import souk.edge.rest.quotes.BatchWriter;
import souk.edge.rest.quotes.CartBody;
import souk.edge.rest.quotes.CartReader;
import souk.edge.rest.quotes.QuoteShapes;
import souk.edge.rest.quotes.QuoteWriter;
import souk.edge.rest.quotes.Slices;
import souk.offer.api.DetailedQuote;
import souk.offer.api.OfferEngine;
import souk.offer.api.QuoteRequest;

/** Quotes for tills. */
final class QuoteResource {
  /** Most carts of one request. */
  static final int MOST_CARTS = 1_000;

  private final Rooms rooms;
  private final Audience audience;
  private final CartReader carts;
  private final Json json;

  QuoteResource(Rooms rooms, Json json) {
    this.rooms = rooms;
    this.audience = new Audience(rooms);
    this.carts = new CartReader(json);
    this.json = json;
  }

  /**
   * Body of a batch.
   *
   * @param carts 1 to 1,000 carts
   */
  record Batch(List<CartBody> carts) {}

  List<Route> routes() {
    return List.of(
        described(
            Route.post("/quotes", Right.QUOTE, this::quote)
                .says("What a cart costs, and why.")
                .takes(CartBody.class)
                .answers(QuoteShapes.QUOTE)
                .fails(409, "quote.nothing-published")
                .fails(422, "quote.*")
                .fails(503, "strategy.no-strategy", "strategy.all-failed", "strategy.shutting-down")
                .fails(504, "strategy.deadline")),
        described(
            Route.post("/quotes/batch", Right.QUOTE, this::batch)
                .large()
                .says("What each of up to 1,000 carts costs; one bad cart spoils no other.")
                .takes(Batch.class)
                .answers(QuoteShapes.BATCH)));
  }

  private static Route described(Route route) {
    return route
        .asksOnly()
        .query("explain", "A finding on every offer.", Shape.FLAG)
        .fails(400, "body.unknown-currency", "query.not-a-flag");
  }

  private Object quote(Request request) {
    boolean explained = request.flag("explain");
    AskedCart asked = carts.read(request.content());
    return QuoteWriter.answer(detail(asked, explained), explained);
  }

  private DetailedQuote detail(AskedCart asked, boolean explained) {
    return rooms
        .get(OfferEngine.class)
        .detail(
            new QuoteRequest(asked.cart(), audience.of(asked.cart().customer()), asked.at()),
            explained);
  }

  private Object batch(Request request) {
    boolean explained = request.flag("explain");
    List<Slices.Slice> slices =
        Slices.of(request.content(), List.of("carts")).elements("carts", MOST_CARTS);
    BatchWriter out = new BatchWriter(explained);
    for (Slices.Slice slice : slices) {
      try {
        AskedCart asked = carts.read(slice.body(), slice.from(), slice.length());
        out.quote(detail(asked, explained));
      } catch (RuntimeException refused) {
        Problem problem = Problems.known(refused).orElseThrow(() -> refused);
        if (problem.code().equals(Rooms.ABSENT)) {
          // No fault of this cart: the whole batch is asked again, or refused.
          throw refused;
        }
        out.problem(json.bytes(problem.members(Locale.ENGLISH)));
      }
    }
    return out.answer();
  }
}
