package souk.offer.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.model.Money;
import souk.model.Sku;
import souk.offer.api.Basis;
import souk.offer.api.Offer;
import souk.offer.api.OfferDocument;
import souk.offer.api.OfferReading;
import souk.offer.api.OfferSurroundings;

class RoundTripTest {
  private static final String FULL =
      """
      {
        "version": 1, "currency": "GBP",
        "terms": {"zone": "Europe/London", "storeZones": {"paris": "Europe/Paris"}, "pricesIncludeTax": false},
        "offers": [{
          "id": "summer", "name": "Summer", "names": {"zh": "夏季促销", "de": "Sommer"},
          "window": {"from": "2026-06-01T00:00", "until": "2026-07-01T00:00"},
          "conditions": [
            {"kind": "audience", "parameters": {"noneOf": ["x"], "anyOf": ["level:gold"]}},
            {"kind": "cart-minimum", "parameters": {"amount": "12.5"}}],
          "effect": {"kind": "threshold", "parameters": {"tiers": [
            {"threshold": "30", "amountOff": "3.00"}, {"thresholdMinor": 6000, "amountOffMinor": 900}]}},
          "basis": "net", "priority": 7, "stackingGroup": "season", "exclusive": true,
          "limits": {"perCustomer": 1, "total": 500, "budget": "1000.00"},
          "funding": [{"supplier": "Potter", "share": 0.50}], "paused": true, "planId": "P-1"}],
        "prices": {"CUP": {"price": "8.00", "floor": "1.00"}, "A": {"priceMinor": 100, "floorMinor": 50}},
        "articles": {"CUP": {"categories": ["household", "kitchen"], "brand": "Potter", "taxPercent": 20.0}},
        "priceLayers": [{"id": "gold", "window": {"from": "2026-06-01T00:00:00+02:00", "until": "2026-07-01T00:00", "zone": "Europe/Paris"},
          "audience": ["level:gold"], "prices": {"CUP": {"price": "7.50", "floor": "1.00"}}}]
      }
      """;

  @Test
  void everyPartIsRead() {
    OfferDocument document = read(FULL);
    Offer offer = document.offers().offers().get(0);
    assertEquals("Summer", offer.name());
    assertEquals(Map.of("zh", "夏季促销", "de", "Sommer"), offer.names());
    assertEquals(Instant.parse("2026-05-31T23:00:00Z"), offer.window().from());
    assertEquals(Instant.parse("2026-06-30T23:00:00Z"), offer.window().until());
    assertEquals(new BigDecimal(1250), offer.conditions().get(1).number("amountMinor"));
    assertEquals(
        List.of(
            Map.of("thresholdMinor", new BigDecimal(3000), "amountOffMinor", new BigDecimal(300)),
            Map.of("thresholdMinor", new BigDecimal(6000), "amountOffMinor", new BigDecimal(900))),
        offer.effect().parameters().get("tiers"));
    assertEquals(Basis.NET, offer.basis());
    assertEquals(7, offer.priority());
    assertEquals("season", offer.stackingGroup());
    assertTrue(offer.exclusive() && offer.paused());
    assertEquals(Optional.of("P-1"), offer.planId());
    assertEquals(500, offer.limits().total().getAsLong());
    assertEquals(1, offer.limits().perCustomer().getAsLong());
    assertEquals(100_000, offer.limits().budget().get().amountMinor());
    assertEquals(new BigDecimal("0.5"), offer.funding().get(0).share());
    assertEquals(
        Money.ofMinor(800, Currency.getInstance("GBP")),
        document.prices().get().price(new Sku("CUP")).get().price());
    assertEquals(
        List.of("household", "kitchen"),
        document.articles().get().facts(new Sku("CUP")).get().categories());
    assertEquals(ZoneId.of("Europe/Paris"), document.terms().get().zone(Optional.of("paris")));
    assertEquals(
        Instant.parse("2026-05-31T22:00:00Z"),
        document.priceLayers().get().layers().get(0).window().from());
  }

  @Test
  void theNormalFormStaysAsItIs() {
    String once = Texts.LANGUAGE.write(read(FULL));
    String twice = Texts.LANGUAGE.write(read(once));
    assertEquals(once, twice);
    assertEquals(once, new String(once.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    assertTrue(once.contains("\"amountMinor\": 1250"), once);
    assertTrue(once.contains("夏季促销"), once);
  }

  @Test
  void anOfferAloneIsReadWithTheCurrencyAroundIt() {
    Offer offer = read(FULL).offers().offers().get(0);
    String text = Texts.LANGUAGE.write(offer);
    OfferSurroundings pounds =
        OfferSurroundings.builder().currency(Currency.getInstance("GBP")).build();
    OfferReading again = Texts.LANGUAGE.read(text.getBytes(StandardCharsets.UTF_8), pounds);
    assertEquals(text, Texts.LANGUAGE.write(again.document().get().offers().offers().get(0)));
    assertEquals(
        text,
        Texts.LANGUAGE.write(
            Texts.LANGUAGE
                .read(("[" + text + "]").getBytes(StandardCharsets.UTF_8), pounds)
                .document()
                .get()
                .offers()
                .offers()
                .get(0)));
    assertEquals("offer.currency", Texts.only(Texts.read(text)).reason().code());
  }

  @Test
  void whatIsLikeItsDefaultIsLeftOut() {
    String text = Texts.LANGUAGE.write(read(Texts.effect("free-shipping", "")));
    assertEquals(
        """
        {
          "version": 1,
          "currency": "GBP",
          "offers": [ {
            "id": "A",
            "name": "a",
            "window": {
              "from": "2026-03-01T00:00:00Z",
              "until": "2026-04-01T00:00:00Z"
            },
            "effect": {
              "kind": "free-shipping"
            }
          } ]
        }
        """,
        text);
  }

  @Test
  void amountsOfEveryCurrencyAreExact() {
    assertEquals(new BigDecimal(1250), amount("GBP", "12.5"));
    assertEquals(new BigDecimal(12500), amount("KWD", "12.500"));
    assertEquals(new BigDecimal(12), amount("JPY", "12.00"));
    assertEquals(new BigDecimal(1_000_000_000_000L), amount("JPY", "1000000000000"));
    assertEquals("language.decimals", refusal("GBP", "12.505"));
    assertEquals("language.decimals", refusal("JPY", "12.5"));
    assertEquals("language.value", refusal("GBP", "0.00"));
    assertEquals("language.value", refusal("JPY", "1000000000001"));
    assertEquals("language.value", refusal("GBP", "1e3"));
    assertEquals("language.value", refusal("GBP", "1,000.00"));
    assertEquals("language.value", refusal("GBP", "-1"));
  }

  @Test
  void earlierFormsAreRead() {
    OfferSurroundings pounds =
        OfferSurroundings.builder().currency(Currency.getInstance("GBP")).build();
    String answer =
        """
        {"snapshot": "S-1", "createdAt": "2026-03-01T00:00:00Z", "offers": [
          {"id": "A", "name": "a", "window": {"from": "2026-03-01T00:00:00Z", "until": "2026-04-01T00:00:00Z"},
           "conditions": [], "effect": {"kind": "percentage", "parameters": {"percent": 10, "skus": ["B"]}},
           "priority": 0, "stackingGroup": "promotion", "exclusive": false, "planId": null, "basis": "LIST"}]}
        """;
    OfferReading served = Texts.LANGUAGE.read(answer.getBytes(StandardCharsets.UTF_8), pounds);
    assertEquals(List.of(), served.problems());
    String kept =
        """
        {"format": 1, "id": "S-1", "createdAt": "2026-03-01T00:00:00Z", "currency": "GBP",
         "prices": [["B", 1000, 500]],
         "offers": [{"id": "A", "name": "a", "from": "2026-03-01T00:00:00Z", "until": "2026-04-01T00:00:00Z",
           "conditions": [], "effect": {"kind": "percentage", "parameters": {"percent": {"decimal": "10"}, "skus": ["B"]}},
           "priority": 0, "stackingGroup": "promotion", "exclusive": false}]}
        """;
    OfferDocument document = read(kept);
    assertEquals(
        Texts.LANGUAGE.write(served.document().get().offers().offers().get(0)),
        Texts.LANGUAGE.write(document.offers().offers().get(0)));
    assertEquals(1000, document.prices().get().price(new Sku("B")).get().price().amountMinor());
  }

  private static BigDecimal amount(String currency, String text) {
    return read(amountOff(currency, text)).offers().offers().get(0).effect().number("amountMinor");
  }

  private static String refusal(String currency, String text) {
    return Texts.only(Texts.read(amountOff(currency, text))).reason().code();
  }

  private static String amountOff(String currency, String text) {
    return Texts.effect("amount-off", "\"amount\": \"%s\"".formatted(text))
        .replace("GBP", currency);
  }

  static OfferDocument read(String json) {
    OfferReading reading = Texts.read(json);
    return reading
        .document()
        .orElseThrow(() -> new AssertionError(String.join("\n", Texts.said(reading))));
  }
}
