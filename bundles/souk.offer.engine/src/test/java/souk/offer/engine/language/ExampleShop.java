package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import souk.model.Cart;
import souk.model.Sku;
import souk.offer.api.DetailedQuote;
import souk.offer.api.OfferDocument;
import souk.offer.api.OfferReading;
import souk.offer.api.OfferSurroundings;
import souk.offer.api.QuoteRequest;
import souk.offer.engine.QuotedDocument;

/** Quotes the carts of examples with a real engine. */
final class ExampleShop {
  private ExampleShop() {}

  static DetailedQuote quote(Example example, JsonNode cart) {
    OfferReading reading =
        Texts.LANGUAGE.read(
            example.document().getBytes(StandardCharsets.UTF_8), OfferSurroundings.none());
    OfferDocument document =
        reading
            .document()
            .orElseThrow(() -> new AssertionError(String.join("\n", Texts.said(reading))));
    Cart.Builder built = Cart.builder(document.currency());
    cart.get("lines")
        .forEach(
            line -> built.line(new Sku(line.get("sku").asText()), line.get("quantity").asLong()));
    if (cart.has("store")) {
      built.store(cart.get("store").asText());
    }
    if (cart.has("channel")) {
      built.channel(cart.get("channel").asText());
    }
    if (cart.has("payment")) {
      built.payment(cart.get("payment").asText());
    }
    cart.path("coupons").forEach(code -> built.coupon(code.asText()));
    Set<String> audience = new HashSet<>();
    cart.path("audience").forEach(tag -> audience.add(tag.asText()));
    Instant at = Instant.parse(cart.path("at").asText("2026-06-03T12:00:00Z"));
    return QuotedDocument.quote(
        document, new QuoteRequest(built.build(), audience, Optional.of(at)));
  }
}
