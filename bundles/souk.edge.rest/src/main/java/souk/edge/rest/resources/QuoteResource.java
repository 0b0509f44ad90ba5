package souk.edge.rest.resources;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import souk.customer.api.Segments;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.evidence.api.Experiments;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.CustomerKey;
import souk.model.Sku;
import souk.offer.api.OfferEngine;
import souk.offer.api.Quote;
import souk.offer.api.QuoteRequest;

/** Quotes for tills. */
final class QuoteResource {
  private final Rooms rooms;

  QuoteResource(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * One line.
   *
   * @param lineId unique within the cart; if left out, its position
   * @param sku article
   * @param quantity units; 1 if left out
   */
  record Line(@Nullable String lineId, String sku, @Nullable BigDecimal quantity) {}

  /**
   * Body.
   *
   * @param currency ISO 4217
   * @param channel {@code store} if left out
   * @param customer customer key, if known
   * @param coupons codes as typed
   * @param lines at least one
   * @param at instant for a preview; now if left out
   */
  record Body(
      String currency,
      @Nullable String channel,
      @Nullable String customer,
      @Nullable List<String> coupons,
      List<Line> lines,
      @Nullable String at) {}

  List<Route> routes() {
    return List.of(
        Route.post("/quotes", Right.QUOTE, this::quote)
            .changesNothing()
            .says("What a cart costs, and why.")
            .takes(Body.class)
            .answers(Shape.of(Quote.class))
            .fails(400, "body.unknown-currency")
            .fails(409, "quote.nothing-published")
            .fails(422, "quote.*")
            .fails(503, "strategy.no-strategy", "strategy.all-failed", "strategy.shutting-down")
            .fails(504, "strategy.deadline"));
  }

  private Object quote(Request request) {
    Body body = request.body(Body.class);
    Cart cart = cart(body);
    return rooms
        .get(OfferEngine.class)
        .quote(new QuoteRequest(cart, audience(cart.customer()), at(body)));
  }

  private static Cart cart(Body body) {
    Cart.Builder cart = Cart.builder(Currencies.of(Fields.required("currency", body.currency())));
    if (body.channel() != null) {
      cart.channel(body.channel());
    }
    if (body.customer() != null) {
      cart.customer(new CustomerKey(body.customer()));
    }
    Fields.list("coupons", body.coupons()).forEach(cart::coupon);
    int position = 0;
    for (Line line : Fields.list("lines", Fields.required("lines", body.lines()))) {
      position++;
      cart.line(
          new CartLine(
              line.lineId() == null ? Integer.toString(position) : line.lineId(),
              new Sku(Fields.required("lines.sku", line.sku())),
              Fields.or(line.quantity(), BigDecimal.ONE)));
    }
    return cart.build();
  }

  /** Tags of the customer; without the rooms that know them, there are none. */
  private Set<String> audience(Optional<CustomerKey> customer) {
    if (customer.isEmpty()) {
      return Set.of();
    }
    Set<String> tags = new HashSet<>();
    rooms
        .find(Segments.class)
        .flatMap(segments -> segments.segmentOf(customer.get()))
        .ifPresent(segment -> tags.add("segment:" + segment));
    rooms
        .find(Experiments.class)
        .ifPresent(experiments -> tags.addAll(experiments.audienceOf(customer.get())));
    return tags;
  }

  private static Optional<Instant> at(Body body) {
    if (body.at() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(body.at()));
    } catch (DateTimeParseException malformed) {
      throw ProblemException.badRequest(
          "body.wrong-type",
          "Field at must be an instant such as 2026-03-01T12:00:00Z, but is %s."
              .formatted(body.at()));
    }
  }
}
