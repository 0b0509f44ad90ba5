package souk.edge.webconsole.offers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.edge.webconsole.html.Messages;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.CustomerKey;
import souk.model.Sku;

/**
 * A cart that somebody pasted: JSON as the HTTP interface takes it, or lines with an article and a
 * quantity.
 */
final class CartText {
  private static final int LONGEST = 100_000;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Messages messages;
  private final Optional<Currency> usual;

  /**
   * @param usual currency of carts that name none
   */
  CartText(Messages messages, Optional<Currency> usual) {
    this.messages = messages;
    this.usual = usual;
  }

  /** What was read so far. */
  private static final class Parts {
    private @Nullable Currency currency;
    private @Nullable String channel;
    private @Nullable String store;
    private @Nullable String payment;
    private @Nullable String customer;
    private final List<String> coupons = new ArrayList<>();
    private final List<CartLine> lines = new ArrayList<>();
  }

  /**
   * Reads a cart.
   *
   * @throws IllegalArgumentException with place and remedy, if it is none
   */
  Cart read(String text) {
    String cart = text.strip();
    if (cart.isEmpty() || cart.length() > LONGEST) {
      throw new IllegalArgumentException(messages.text("offers.cart.missing"));
    }
    Parts parts = new Parts();
    if (cart.startsWith("{")) {
      json(cart, parts);
    } else {
      lines(cart, parts);
    }
    return built(parts);
  }

  private void lines(String text, Parts parts) {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String[] words = line.strip().split("[\\s,;]+", -1);
      if (words[0].isEmpty()) {
        continue;
      }
      String quantity = words.length > 1 ? words[1] : "1";
      if (words.length > 2 || !quantity.matches("\\d{1,7}(\\.\\d{1,6})?")) {
        throw new IllegalArgumentException(messages.text("offers.cart.line", number, line.strip()));
      }
      parts.lines.add(
          new CartLine(
              Integer.toString(parts.lines.size() + 1),
              new Sku(words[0]),
              new BigDecimal(quantity)));
    }
  }

  private void json(String text, Parts parts) {
    try (JsonParser in = FACTORY.createParser(text)) {
      in.nextToken();
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        field(name, in, parts);
      }
    } catch (IOException malformed) {
      String what = String.valueOf(malformed.getMessage()).lines().findFirst().orElse("");
      throw new IllegalArgumentException(messages.text("offers.cart.json", what), malformed);
    }
  }

  private void field(String name, JsonParser in, Parts parts) throws IOException {
    switch (name) {
      case "currency" -> parts.currency = Currency.getInstance(text(name, in));
      case "channel" -> parts.channel = text(name, in);
      case "store" -> parts.store = text(name, in);
      case "payment" -> parts.payment = text(name, in);
      case "customer" -> parts.customer = text(name, in);
      case "coupons" -> {
        begin(name, in);
        while (in.nextToken() == JsonToken.VALUE_STRING) {
          parts.coupons.add(in.getText());
        }
      }
      case "lines" -> {
        begin(name, in);
        while (in.nextToken() == JsonToken.START_OBJECT) {
          parts.lines.add(line(in, parts.lines.size() + 1));
        }
      }
      default -> throw new IllegalArgumentException(messages.text("offers.cart.field", name));
    }
  }

  private CartLine line(JsonParser in, int position) throws IOException {
    String lineId = Integer.toString(position);
    String sku = "";
    BigDecimal quantity = BigDecimal.ONE;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      switch (name) {
        case "lineId" -> lineId = text(name, in);
        case "sku" -> sku = text(name, in);
        case "quantity" -> {
          if (!in.nextToken().isNumeric()) {
            throw new IllegalArgumentException(messages.text("offers.cart.field", "quantity"));
          }
          quantity = in.getDecimalValue();
        }
        default -> throw new IllegalArgumentException(messages.text("offers.cart.field", name));
      }
    }
    return new CartLine(lineId, new Sku(sku), quantity);
  }

  private String text(String name, JsonParser in) throws IOException {
    String text = in.nextTextValue();
    if (text == null) {
      throw new IllegalArgumentException(messages.text("offers.cart.field", name));
    }
    return text;
  }

  private void begin(String name, JsonParser in) throws IOException {
    if (in.nextToken() != JsonToken.START_ARRAY) {
      throw new IllegalArgumentException(messages.text("offers.cart.field", name));
    }
  }

  private Cart built(Parts parts) {
    Currency currency =
        Optional.ofNullable(parts.currency)
            .or(() -> usual)
            .orElseThrow(() -> new IllegalArgumentException(messages.text("offers.cart.currency")));
    Cart.Builder cart = Cart.builder(currency);
    if (parts.channel != null) {
      cart.channel(parts.channel);
    }
    if (parts.store != null) {
      cart.store(parts.store);
    }
    if (parts.payment != null) {
      cart.payment(parts.payment);
    }
    if (parts.customer != null) {
      cart.customer(new CustomerKey(parts.customer));
    }
    parts.coupons.forEach(cart::coupon);
    parts.lines.forEach(cart::line);
    return cart.build();
  }
}
