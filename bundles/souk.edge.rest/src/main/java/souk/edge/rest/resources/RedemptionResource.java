package souk.edge.rest.resources;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.http.Title;
import souk.edge.rest.json.Json;
import souk.edge.rest.once.Once;
import souk.edge.rest.quotes.AskedCart;
import souk.edge.rest.quotes.CartBody;
import souk.edge.rest.quotes.CartReader;
import souk.edge.rest.quotes.QuoteShapes;
import souk.edge.rest.quotes.ReceiptWriter;
import souk.edge.rest.quotes.Slices;
import souk.model.Money;
import souk.offer.api.Checkout;
import souk.offer.api.CheckoutRequest;
import souk.offer.api.CouponLedger;
import souk.offer.api.QuoteRequest;
import souk.offer.api.Receipt;
import souk.offer.api.Redemption;

/** Carts that are paid: reserved, committed, redeemed. The ledger keeps the keys of requests. */
final class RedemptionResource {
  private static final List<String> PAID = List.of("cart", "orderId", "expectedMinor");
  private static final List<String> HELD =
      List.of("cart", "orderId", "expectedMinor", "ttlSeconds");
  private static final int USUAL_TTL = 900;
  private static final int LONGEST_TTL = 86_400;

  private final Rooms rooms;
  private final Audience audience;
  private final CartReader carts;

  RedemptionResource(Rooms rooms, Json json) {
    this.rooms = rooms;
    this.audience = new Audience(rooms);
    this.carts = new CartReader(json);
  }

  /**
   * Body of a redemption.
   *
   * @param cart what is paid; without an instant
   * @param orderId order that is paid
   * @param expectedMinor what the customer was told to pay, in minor units; refused if it differs
   */
  record Paid(CartBody cart, String orderId, @Nullable Long expectedMinor) {}

  /**
   * Body of a reservation.
   *
   * @param cart what is to be paid; without an instant
   * @param orderId order that is to be paid
   * @param expectedMinor what the customer was told to pay, in minor units; refused if it differs
   * @param ttlSeconds how long it is held, at most a day; 900 if left out
   */
  record Held(
      CartBody cart, String orderId, @Nullable Long expectedMinor, @Nullable Integer ttlSeconds) {}

  /**
   * Body of a step.
   *
   * @param note not looked at; the body may be left out
   */
  record Nothing(@Nullable String note) {}

  /** What a body says beside the cart. */
  record Plain(
      @Nullable String orderId, @Nullable Long expectedMinor, @Nullable Integer ttlSeconds) {}

  List<Route> routes() {
    return List.of(
        checkout(Route.post("/redemptions", Right.QUOTE, this::redeem))
            .says("Quotes a cart and redeems what its offers claim, in one durable step.")
            .takes(Paid.class),
        checkout(Route.post("/reservations", Right.QUOTE, this::reserve))
            .says("Quotes a cart and holds what its offers claim for a while.")
            .takes(Held.class),
        step(
            Route.post("/reservations/{id}/commit", Right.QUOTE, this::commit)
                .says("Makes a reservation final; doing it again changes nothing.")
                .takes(Nothing.class)),
        step(
            Route.delete("/reservations/{id}", Right.QUOTE, this::release)
                .says("Gives a reservation back; doing it again changes nothing.")),
        Route.get("/redemptions/{id}", Right.QUOTE, this::one)
            .says("A redemption or reservation as it is now.")
            .answers(Shape.of(Redemption.class))
            .fails(404, "redemption.unknown")
            .fails(503, "ledger.*"),
        Route.get("/redemptions", Right.QUOTE, this::byKey)
            .says("The redemption that an idempotency key led to.")
            .query("key", "The idempotency key.", Shape.TEXT)
            .answers(Shape.of(Redemption.class))
            .fails(400, "query.missing")
            .fails(404, "redemption.unknown")
            .fails(503, "ledger.*"));
  }

  private static Route checkout(Route route) {
    return route
        .keptByLedger()
        .answers(QuoteShapes.RECEIPT)
        .fails(400, "body.unknown-currency")
        .fails(
            409,
            "quote.nothing-published",
            "limit.*",
            "coupon.*",
            "checkout.price-changed",
            "reservation.*",
            "redemption.*")
        .fails(422, "quote.*", "coupon.unknown", "claim.currency", "offer.unknown")
        .fails(503, "ledger.*", "strategy.*")
        .fails(504, "strategy.deadline");
  }

  private static Route step(Route route) {
    return route
        .changesNothing()
        .answers(Shape.of(Redemption.class))
        .fails(404, "reservation.unknown")
        .fails(409, "reservation.*")
        .fails(503, "ledger.*");
  }

  private Object redeem(Request request) {
    CheckoutRequest wish = wish(request, Slices.of(request.content(), PAID), PAID);
    return answer(rooms.get(Checkout.class).redeem(wish), request.json());
  }

  private Object reserve(Request request) {
    Slices body = Slices.of(request.content(), HELD);
    CheckoutRequest wish = wish(request, body, HELD);
    int seconds =
        Fields.or(
            body.only(List.of("ttlSeconds"), request.json(), Plain.class).ttlSeconds(), USUAL_TTL);
    if (seconds < 1 || seconds > LONGEST_TTL) {
      throw ProblemException.badRequest(
          "body.impossible-value",
          "Field ttlSeconds must lie in [1, %d], but is %d.".formatted(LONGEST_TTL, seconds));
    }
    return answer(
        rooms.get(Checkout.class).reserve(wish, Duration.ofSeconds(seconds)), request.json());
  }

  private CheckoutRequest wish(Request request, Slices body, List<String> known) {
    String key = Once.required(request.idempotencyKey());
    Plain plain =
        body.only(
            known.stream().filter(name -> !name.equals("cart")).toList(),
            request.json(),
            Plain.class);
    Slices.Slice cart =
        body.field("cart")
            .orElseThrow(
                () -> ProblemException.badRequest("body.missing-field", "Field cart is missing."));
    AskedCart asked = carts.read(cart.body(), cart.from(), cart.length());
    if (asked.at().isPresent()) {
      throw ProblemException.badRequest(
          "body.impossible-value",
          "Field cart.at must be left out: what is paid is quoted now.%nMaybe a preview is meant."
              .formatted());
    }
    QuoteRequest quote =
        new QuoteRequest(asked.cart(), audience.of(asked.cart().customer()), Optional.empty());
    CheckoutRequest wish =
        CheckoutRequest.of(quote, key, Fields.required("orderId", plain.orderId()));
    return plain.expectedMinor() == null
        ? wish
        : wish.expecting(Money.ofMinor(plain.expectedMinor(), asked.cart().currency()));
  }

  private static Answer answer(Receipt receipt, Json json) {
    byte[] body = ReceiptWriter.bytes(receipt, json.bytes(receipt.redemption()));
    return Answer.json(200, body, replayed(receipt.redemption().replayed()));
  }

  /** Header of an earlier answer given again. */
  static Map<String, String> replayed(boolean again) {
    Map<String, String> headers = new HashMap<>();
    if (again) {
      headers.put(Once.REPLAYED, "true");
    }
    return headers;
  }

  private CouponLedger ledger() {
    return rooms.get(CouponLedger.class);
  }

  private Object commit(Request request) {
    request.body(Nothing.class);
    return ledger().commit(request.parameter("id"));
  }

  private Object release(Request request) {
    return ledger().release(request.parameter("id"));
  }

  private Object one(Request request) {
    String id = request.parameter("id");
    return ledger().find(id).orElseThrow(() -> ProblemException.notFound("redemption", id));
  }

  private Object byKey(Request request) {
    String key =
        request
            .query("key")
            .orElseThrow(
                () -> ProblemException.badRequest("query.missing", "Parameter key is missing."));
    return ledger()
        .findByKey(key)
        .orElseThrow(
            () ->
                ProblemException.of(
                    404,
                    "redemption.unknown",
                    Title.NO_SUCH_THING,
                    "No redemption has the key %s.%nMaybe its request was refused or never arrived; it can be sent again."
                        .formatted(key)));
  }
}
