package souk.edge.rest.quotes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.json.Json;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.CustomerKey;
import souk.model.Sku;

/**
 * Reads carts. A cart as it should be is read token by token; anything unusual is left to the
 * strict reader of all bodies, which takes it or says what is wrong with it. Safe for use by many
 * threads.
 */
public final class CartReader {
  private static final int CURRENCY = 1;
  private static final int CHANNEL = 1 << 1;
  private static final int STORE = 1 << 2;
  private static final int PAYMENT = 1 << 3;
  private static final int CUSTOMER = 1 << 4;
  private static final int COUPONS = 1 << 5;
  private static final int LINES = 1 << 6;
  private static final int AT = 1 << 7;

  private final JsonFactory factory;
  private final Json strict;

  public CartReader(Json strict) {
    this.strict = strict;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(5).maxStringLength(10_000).build())
            .build();
  }

  /** What a cart needs before it can be built: the currency may come last. */
  private static final class Parts {
    private int seen;
    private @Nullable Currency currency;
    private @Nullable String channel;
    private @Nullable String store;
    private @Nullable String payment;
    private @Nullable String customer;
    private @Nullable Instant at;
    private final java.util.ArrayList<String> coupons = new java.util.ArrayList<>(0);
    private final java.util.ArrayList<CartLine> lines = new java.util.ArrayList<>(12);

    /** False if the field was there before. */
    private boolean first(int field) {
      boolean fresh = (seen & field) == 0;
      seen |= field;
      return fresh;
    }
  }

  /**
   * Reads a cart.
   *
   * @throws ProblemException 400 if it does not fit
   * @throws IllegalArgumentException if there can be no such cart
   */
  public AskedCart read(byte[] body) {
    return read(body, 0, body.length);
  }

  /** Reads a cart that stands within a larger body. */
  public AskedCart read(byte[] body, int from, int length) {
    AskedCart quick = quick(body, from, length);
    return quick != null
        ? quick
        : slow(
            strict.read(
                length == body.length ? body : Arrays.copyOfRange(body, from, from + length),
                CartBody.class));
  }

  private @Nullable AskedCart quick(byte[] body, int from, int length) {
    try (JsonParser in = factory.createParser(body, from, length)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Parts parts = new Parts();
      String name;
      while ((name = in.nextFieldName()) != null) {
        if (!field(name, in, parts)) {
          return null;
        }
      }
      return in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null
          ? built(parts)
          : null;
    } catch (IOException | IllegalArgumentException | DateTimeParseException unusual) {
      return null;
    }
  }

  private static boolean field(String name, JsonParser in, Parts parts) throws IOException {
    switch (name) {
      case "currency":
        String code = in.nextTextValue();
        parts.currency = code == null ? null : Currency.getInstance(code);
        return parts.first(CURRENCY) && code != null;
      case "channel":
        parts.channel = in.nextTextValue();
        return parts.first(CHANNEL) && parts.channel != null;
      case "store":
        parts.store = in.nextTextValue();
        return parts.first(STORE) && parts.store != null;
      case "payment":
        parts.payment = in.nextTextValue();
        return parts.first(PAYMENT) && parts.payment != null;
      case "customer":
        parts.customer = in.nextTextValue();
        return parts.first(CUSTOMER) && parts.customer != null;
      case "at":
        String at = in.nextTextValue();
        parts.at = at == null ? null : Instant.parse(at);
        return parts.first(AT) && at != null;
      case "coupons":
        return parts.first(COUPONS) && coupons(in, parts);
      case "lines":
        return parts.first(LINES) && lines(in, parts);
      default:
        return false;
    }
  }

  private static boolean coupons(JsonParser in, Parts parts) throws IOException {
    if (in.nextToken() != JsonToken.START_ARRAY) {
      return false;
    }
    while (in.nextToken() == JsonToken.VALUE_STRING) {
      parts.coupons.add(in.getText());
    }
    return in.currentToken() == JsonToken.END_ARRAY;
  }

  private static boolean lines(JsonParser in, Parts parts) throws IOException {
    if (in.nextToken() != JsonToken.START_ARRAY) {
      return false;
    }
    while (in.nextToken() == JsonToken.START_OBJECT) {
      if (!line(in, parts)) {
        return false;
      }
    }
    return in.currentToken() == JsonToken.END_ARRAY;
  }

  private static boolean line(JsonParser in, Parts parts) throws IOException {
    String lineId = null;
    String sku = null;
    BigDecimal quantity = null;
    String name;
    while ((name = in.nextFieldName()) != null) {
      boolean fresh;
      switch (name) {
        case "sku":
          fresh = sku == null;
          sku = in.nextTextValue();
          fresh &= sku != null;
          break;
        case "quantity":
          fresh = quantity == null && in.nextToken().isNumeric();
          quantity = fresh ? number(in) : null;
          break;
        case "lineId":
          fresh = lineId == null;
          lineId = in.nextTextValue();
          fresh &= lineId != null;
          break;
        default:
          fresh = false;
      }
      if (!fresh) {
        return false;
      }
    }
    if (sku == null || in.currentToken() != JsonToken.END_OBJECT) {
      return false;
    }
    parts.lines.add(
        new CartLine(
            lineId == null ? Integer.toString(parts.lines.size() + 1) : lineId,
            new Sku(sku),
            quantity == null ? BigDecimal.ONE : quantity));
    return true;
  }

  private static BigDecimal number(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_NUMBER_INT
            && in.getNumberType() == JsonParser.NumberType.INT
        ? BigDecimal.valueOf(in.getIntValue())
        : in.getDecimalValue();
  }

  private static @Nullable AskedCart built(Parts parts) {
    Currency currency = parts.currency;
    if (currency == null || parts.lines.isEmpty()) {
      return null;
    }
    Cart.Builder cart = Cart.builder(currency);
    optional(cart, parts.channel, parts.store, parts.payment, parts.customer);
    parts.coupons.forEach(cart::coupon);
    parts.lines.forEach(cart::line);
    return new AskedCart(cart.build(), Optional.ofNullable(parts.at));
  }

  private static void optional(
      Cart.Builder cart,
      @Nullable String channel,
      @Nullable String store,
      @Nullable String payment,
      @Nullable String customer) {
    if (channel != null) {
      cart.channel(channel);
    }
    if (store != null) {
      cart.store(store);
    }
    if (payment != null) {
      cart.payment(payment);
    }
    if (customer != null) {
      cart.customer(new CustomerKey(customer));
    }
  }

  private static AskedCart slow(CartBody body) {
    Cart.Builder cart = Cart.builder(currency(required("currency", body.currency())));
    optional(cart, body.channel(), body.store(), body.payment(), body.customer());
    list("coupons", body.coupons()).forEach(cart::coupon);
    int position = 0;
    for (CartBody.Line line : list("lines", required("lines", body.lines()))) {
      position++;
      cart.line(
          new CartLine(
              line.lineId() == null ? Integer.toString(position) : line.lineId(),
              new Sku(required("lines.sku", line.sku())),
              line.quantity() == null ? BigDecimal.ONE : line.quantity()));
    }
    return new AskedCart(cart.build(), instant("at", body.at()));
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw ProblemException.badRequest(
          "body.unknown-currency",
          "Field currency must be an ISO 4217 code such as GBP, but is %s.".formatted(code));
    }
  }

  /**
   * An instant that may be left out.
   *
   * @throws ProblemException 400 if it is none
   */
  public static Optional<Instant> instant(String name, @Nullable String at) {
    if (at == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(at));
    } catch (DateTimeParseException malformed) {
      throw ProblemException.badRequest(
          "body.wrong-type",
          "Field %s must be an instant such as 2026-03-01T12:00:00Z, but is %s."
              .formatted(name, at));
    }
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw ProblemException.badRequest(
          "body.missing-field", "Field %s is missing.".formatted(name));
    }
    return value;
  }

  private static <T> List<T> list(String name, @Nullable List<T> values) {
    if (values == null) {
      return List.of();
    }
    if (values.contains(null)) {
      throw ProblemException.badRequest("body.null", "Field %s holds null.".formatted(name));
    }
    return values;
  }
}
