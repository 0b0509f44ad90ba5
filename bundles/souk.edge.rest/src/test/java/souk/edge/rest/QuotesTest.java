package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.rest.http.Answer;
import souk.model.Reason;
import souk.offer.api.Benefit;
import souk.offer.api.DetailedQuote;
import souk.offer.api.LineTax;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferEngine;
import souk.offer.api.OfferFinding;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteRequest;

/** Quotes over HTTP: what goes with them, explanations, many at once. */
class QuotesTest {
  private static final String CART =
      "{\"currency\":\"GBP\",\"store\":\"leeds\",\"payment\":\"card\","
          + "\"lines\":[{\"sku\":\"A\",\"quantity\":2}]}";

  @TempDir Path folder;
  private Edge edge;

  @BeforeEach
  void open() {
    edge = new Edge(folder).with(OfferEngine.class, new Counter());
  }

  /** A counter where one unit of anything costs its quantity in pounds. */
  private static final class Counter implements OfferEngine {
    @Override
    public Quote quote(QuoteRequest request) {
      if (request.cart().lines().get(0).sku().value().equals("NONE")) {
        throw new QuoteException("quote.unknown-sku", "NONE has no price.");
      }
      return SampleQuotes.of(request);
    }

    @Override
    public DetailedQuote detail(QuoteRequest request, boolean explained) {
      Quote quote = quote(request);
      return DetailedQuote.builder(quote)
          .benefits(
              List.of(
                  new Benefit("O-2", Benefit.Kind.FREE_SHIPPING, Optional.empty(), BigDecimal.ONE)))
          .taxes(
              List.of(new LineTax("1", BigDecimal.TEN, quote.net().times(new BigDecimal("0.1")))),
              false)
          .findings(
              explained
                  ? List.of(
                      new OfferFinding(
                          "O-3",
                          "Three",
                          false,
                          List.of(
                              new OfferFinding.Check(
                                  "store",
                                  Optional.of(Reason.of("store.other", "Not here.", "leeds")))),
                          Optional.empty(),
                          List.of()))
                  : List.of())
          .build();
    }

    @Override
    public List<Reason> validate(OfferBook offers, PriceBook prices) {
      return List.of();
    }
  }

  @Test
  void theAnswerHasBenefitsTaxesAndWhatIsPaid() {
    JsonNode quote = edge.ask(200, "till", Call.post("/quotes", CART));
    assertEquals("FREE_SHIPPING", quote.path("benefits").get(0).path("kind").asText());
    assertEquals(20, quote.path("taxes").get(0).path("tax").path("amountMinor").asInt());
    assertFalse(quote.path("pricesIncludeTax").asBoolean());
    assertEquals(220, quote.path("payable").path("amountMinor").asInt());
    assertFalse(quote.has("findings"));
  }

  @Test
  void anExplanationIsGivenWhenAskedFor() {
    JsonNode quote = edge.ask(200, "till", Call.post("/quotes?explain=true", CART));
    JsonNode finding = quote.path("findings").get(0);
    assertEquals("store.other", finding.at("/conditions/0/failure/code").asText());
    assertTrue(finding.path("value").isNull());
    edge.ask(200, "till", Call.post("/quotes?explain=false", CART));
    edge.ask(400, "till", Call.post("/quotes?explain=maybe", CART));
  }

  @Test
  void oneBadCartSpoilsNoOther() {
    String bad = CART.replace("\"A\"", "\"NONE\"");
    String wrong = CART.replace("\"quantity\":2", "\"quantity\":\"two\"");
    String body =
        "{\"carts\": [ %s , %s,%s, 7, null,%s]}"
            .formatted(CART, bad, wrong, CART.replace(":2", ":3"));
    JsonNode results = edge.ask(200, "till", Call.post("/quotes/batch", body)).path("results");
    assertEquals(6, results.size());
    assertEquals(200, results.get(0).at("/quote/net/amountMinor").asInt());
    assertEquals("urn:souk:problem:quote.unknown-sku", results.get(1).at("/problem/type").asText());
    assertEquals(
        "Field lines[0].quantity must be a number.", results.get(2).at("/problem/detail").asText());
    assertEquals("urn:souk:problem:body.wrong-type", results.get(3).at("/problem/type").asText());
    assertEquals("urn:souk:problem:body.null", results.get(4).at("/problem/type").asText());
    assertEquals(300, results.get(5).at("/quote/net/amountMinor").asInt());
    JsonNode explained =
        edge.ask(
            200, "till", Call.post("/quotes/batch?explain=true", "{\"carts\":[" + CART + "]}"));
    assertEquals(1, explained.at("/results/0/quote/findings").size());
  }

  @Test
  void aBatchThatIsNoneIsRefusedAsAWhole() {
    for (String body :
        List.of(
            "",
            "[]",
            "{}",
            "{\"carts\":{}}",
            "{\"carts\":null}",
            "{\"carts\":[]}",
            "{\"carts\":[" + CART + "]",
            "{\"carts\":[" + CART + "]} 7",
            "{\"carts\":[1],\"carts\":[2]}",
            "{\"cart\":[1]}",
            "{\"carts\":[" + "1,".repeat(1_000) + "1]}")) {
      edge.ask(400, "till", Call.post("/quotes/batch", body));
    }
    edge.ask(403, "reader", Call.post("/quotes/batch", "{\"carts\":[]}"));
  }

  /** Random damage, and every other encoding, is the client's fault and nobody else's. */
  @Test
  void damagedBatchesAreNeverAnInnerFailure() {
    String batch = "{\"carts\":[" + CART + "," + CART + "]}";
    for (String encoding : List.of("UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE")) {
      byte[] body = batch.getBytes(java.nio.charset.Charset.forName(encoding));
      edge.ask(400, "till", Call.post("/quotes/batch", "").body(body));
    }
    SplittableRandom random = new SplittableRandom(641);
    String key = edge.key("till");
    for (int n = 0; n < 5_000; n++) {
      byte[] body = batch.getBytes(StandardCharsets.UTF_8);
      for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      Answer answer = edge.ask(Call.post("/quotes/batch", "").body(body).key(key));
      assertTrue(
          answer.status() == 400 || answer.status() == 200,
          () -> answer.status() + " for " + new String(body, StandardCharsets.UTF_8));
    }
  }

  @Test
  void aQuoteForAnInstantIsAskedForThatInstant() {
    String at = CART.replace("{\"currency\"", "{\"at\":\"2027-01-01T00:00:00Z\",\"currency\"");
    JsonNode quote = edge.ask(200, "till", Call.post("/quotes", at));
    assertEquals(Instant.parse("2027-01-01T00:00:00Z").toString(), quote.path("at").asText());
  }
}
