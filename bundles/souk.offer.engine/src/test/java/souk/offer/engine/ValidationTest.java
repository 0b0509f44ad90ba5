package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import souk.model.Reason;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;

class ValidationTest {
  private final Shop shop = Shop.standard().price("A", 1000, 500);

  @Test
  void namesOfferParameterAndRemedy() {
    refused("offer.unknown-kind", Spec.of("percentige"), "percentage, points, threshold");
    refused("offer.parameter", Spec.of("percentage"), "percent");
    refused("offer.parameter", new Spec("percentage", Map.of("percent", 120)), "120");
    refused(
        "offer.parameter", new Spec("percentage", Map.of("percent", 5, "sku", "A")), "misspelt");
    refused(
        "offer.parameter",
        new Spec("threshold", Map.of("thresholdMinor", 500, "amountOffMinor", 3000)),
        "exchanged");
    refused("offer.parameter", new Spec("threshold", Map.of("tiers", List.of())), "at least one");
    refused(
        "offer.unknown-sku",
        new Spec("percentage", Map.of("percent", 5, "skus", List.of("A", "Z"))),
        "Z");
    refused(
        "offer.parameter", new Spec("percentage", Map.of("percent", 5, "skus", List.of())), "all");
  }

  @Test
  void anEmptyWindowNeverHolds() {
    Offer offer =
        Offer.builder(
                "X",
                "x",
                new TimeRange(Shop.NOW, Shop.NOW),
                new Spec("percentage", Map.of("percent", 5)))
            .build();
    List<Reason> findings = check(offer);
    assertEquals("offer.empty-window", findings.get(0).code());
  }

  @Test
  void goodOffersHaveNoFindings() {
    Offer offer =
        Shop.offer(
                "X",
                new Spec("threshold", Map.of("tiers", List.of(tier(3000, 300), tier(6000, 900)))))
            .conditions(
                List.of(
                    new Spec("audience", Map.of("anyOf", List.of("segment:a"))),
                    new Spec("product", Map.of("skus", List.of("A"), "minimumQuantity", 2)),
                    new Spec("cart-minimum", Map.of("amountMinor", 100))))
            .build();
    assertEquals(List.of(), check(offer));
  }

  private static Map<String, Object> tier(long from, long off) {
    return Map.of("thresholdMinor", from, "amountOffMinor", off);
  }

  private void refused(String code, Spec effect, String fragment) {
    List<Reason> findings = check(Shop.offer("X", effect).build());
    assertEquals(1, findings.size(), findings.toString());
    assertEquals(code, findings.get(0).code());
    assertTrue(findings.get(0).text().startsWith("Offer X "), findings.get(0).text());
    assertTrue(findings.get(0).text().contains(fragment), findings.get(0).text());
  }

  private List<Reason> check(Offer offer) {
    return shop.engine().validate(new OfferBook(List.of(offer)), shop.priceBook());
  }
}
