package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.offer.api.BookPrice;
import souk.offer.api.CouponLedger;
import souk.offer.api.DetailedQuote;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferEngine;
import souk.offer.api.OfferLanguage;
import souk.offer.api.Preview;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteRequest;
import souk.trust.api.OfferDesk;

/** The life of offers over HTTP: drafts, reviews, switches, previews and checks. */
class OffersTest {
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final String CART =
      "{\"currency\":\"GBP\",\"lines\":[{\"sku\":\"A\",\"quantity\":2}]}";
  private static final String WHY = "{\"reason\":\"spring\"}";

  @TempDir Path folder;
  private Edge edge;
  private final List<Preview> previews = new ArrayList<>();
  private final OneLanguage language = new OneLanguage();

  /** Remembers what it was asked. */
  private final class Previewing implements OfferEngine {
    @Override
    public Quote quote(QuoteRequest request) {
      return SampleQuotes.of(request);
    }

    @Override
    public DetailedQuote preview(Preview preview) {
      previews.add(preview);
      return DetailedQuote.builder(SampleQuotes.of(preview.request())).build();
    }

    @Override
    public List<Reason> validate(OfferBook offers, PriceBook prices) {
      return List.of(Reason.of("offer.odd", "Odd.", offers.offers().size()));
    }

    @Override
    public List<Reason> conflicts(OfferBook offers, PriceBook prices, Map<Sku, Money> costs) {
      return List.of(Reason.of("conflict.floor", "Below the floor.", offers.offers().size()));
    }
  }

  private record Published(Snapshot snapshot) implements Snapshots {
    @Override
    public Optional<Snapshot> current() {
      return Optional.of(snapshot);
    }

    @Override
    public Optional<Snapshot> publish(Snapshot next) {
      return Optional.empty();
    }
  }

  @BeforeEach
  void open() {
    Money price = Money.ofMinor(100, GBP);
    Snapshot snapshot =
        Snapshot.builder(new SnapshotId("S-1"), Instant.EPOCH)
            .part(
                PriceBook.class,
                new PriceBook(GBP, Map.of(new Sku("A"), new BookPrice(price, price))))
            .part(
                OfferBook.class,
                new OfferBook(List.of(OneLanguage.offer("A"), OneLanguage.offer("B"))))
            .build();
    edge =
        new Edge(folder)
            .with(OfferDesk.class, new OneDesk())
            .with(OfferLanguage.class, language)
            .with(OfferEngine.class, new Previewing())
            .with(Snapshots.class, new Published(snapshot))
            .with(CouponLedger.class, new OneLedger());
  }

  private static Call put(String id, String body) {
    return Call.of("PUT", "/offers/drafts/" + id)
        .header("Content-Type", "application/json")
        .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String draft(String offer, long revision) {
    return "{\"offer\":\"%s\",\"revision\":%d,\"reason\":\"spring\"}".formatted(offer, revision);
  }

  private void published() {
    edge.ask(200, "merchandiser", put("A", draft("A", 0)));
    edge.ask(
        200,
        "merchandiser",
        Call.post("/offers/reviews", "{\"drafts\":[\"A\"],\"reason\":\"spring\"}"));
    edge.ask(200, "admin", Call.post("/offers/reviews/OR-0/approve", WHY));
    edge.ask(200, "admin", Call.post("/offers/reviews/OR-0/publish", WHY));
  }

  @Test
  void aDraftIsKeptSeenAndForgotten() {
    JsonNode kept = edge.ask(200, "merchandiser", put("A", draft("A", 0)));
    assertEquals(1, kept.path("revision").asInt());
    assertEquals("percentage", kept.at("/offer/effect/kind").asText());
    assertTrue(kept.at("/offer/limits/budget").isNull());
    edge.ask(409, "merchandiser", put("A", draft("A", 7)));
    edge.ask(400, "merchandiser", put("C", draft("A", 0)));
    edge.ask(400, "merchandiser", put("A", draft("A,B", 0)));
    edge.ask(400, "merchandiser", put("A", "{\"reason\":\"x\"}"));
    JsonNode refused = edge.ask(422, "merchandiser", put("A", draft("?", 0)));
    assertEquals("/effect", refused.at("/problems/0/pointer").asText());
    assertEquals(4, refused.path("more").asInt());
    assertEquals(1, edge.ask(200, "reader", Call.get("/offers/drafts")).size());
    edge.ask(404, "reader", Call.get("/offers/drafts/B"));
    edge.ask(400, "merchandiser", Call.of("DELETE", "/offers/drafts/A?revision=1"));
    edge.ask(200, "merchandiser", Call.of("DELETE", "/offers/drafts/A?revision=1&reason=no"));
    edge.ask(404, "merchandiser", Call.of("DELETE", "/offers/drafts/A?revision=1&reason=no"));
    edge.ask(403, "till", put("A", draft("A", 0)));
  }

  @Test
  void whoSubmittedAChangeIsNotItsSecondPerson() {
    edge.ask(200, "merchandiser", put("A", draft("A", 0)));
    JsonNode assessed =
        edge.ask(200, "merchandiser", Call.post("/offers/assess", "{\"drafts\":[\"A\"]}"));
    assertEquals("impact.depth", assessed.at("/secondPerson/0/code").asText());
    assertEquals(0.25, assessed.at("/impact/articlesShare").asDouble());
    JsonNode review =
        edge.ask(
            200,
            "merchandiser",
            Call.post("/offers/reviews", "{\"drafts\":[\"A\"],\"reason\":\"spring\"}"));
    String step = "/offers/reviews/" + review.path("id").asText();
    edge.ask(409, "merchandiser", Call.post(step + "/approve", WHY));
    assertEquals(
        "APPROVED",
        edge.ask(200, "admin", Call.post(step + "/approve", WHY)).path("state").asText());
    assertEquals(
        "PUB-1", edge.ask(200, "admin", Call.post(step + "/publish", WHY)).path("id").asText());
    assertEquals(1, edge.ask(200, "reader", Call.get("/offers/reviews")).size());
    edge.ask(200, "reader", Call.get(step));
    edge.ask(404, "reader", Call.get("/offers/reviews/none"));
    edge.ask(404, "admin", Call.post("/offers/reviews/none/reject", WHY));
  }

  @Test
  void anOfferIsPausedKilledAndLifted() {
    published();
    JsonNode paused = edge.ask(200, "merchandiser", Call.post("/offers/A/pause", WHY));
    assertEquals("PAUSED", paused.path("state").asText());
    assertEquals("merchandiser", paused.at("/stopped/actor").asText());
    edge.ask(200, "merchandiser", Call.post("/offers/A/resume", WHY));
    assertEquals(
        "KILLED",
        edge.ask(200, "merchandiser", Call.post("/offers/A/kill", WHY)).path("state").asText());
    edge.ask(403, "merchandiser", Call.post("/offers/A/lift", WHY));
    edge.ask(200, "admin", Call.post("/offers/A/lift", WHY));
    edge.ask(404, "merchandiser", Call.post("/offers/Z/kill", WHY));
    edge.ask(400, "merchandiser", Call.post("/offers/A/kill", "{}"));
    edge.ask(503, "merchandiser", Call.post("/offers/A/kill", "{\"reason\":\"disk full\"}"));
    JsonNode all = edge.ask(200, "merchandiser", Call.post("/offers/kill-all", WHY));
    assertEquals("spring", all.at("/allKilled/reason").asText());
    edge.ask(403, "merchandiser", Call.post("/offers/lift-all", WHY));
    assertTrue(
        edge.ask(200, "admin", Call.post("/offers/lift-all", WHY)).path("allKilled").isNull());
    edge.ask(200, "reader", Call.get("/offers/switches"));
  }

  @Test
  void whereAnOfferStandsIsToldWithItsUse() {
    published();
    JsonNode list = edge.ask(200, "reader", Call.get("/offers/status"));
    assertEquals(3, list.at("/0/use/orders").asInt());
    assertEquals(150, list.at("/0/use/spentMinor").asInt());
    edge.ask(200, "merchandiser", Call.post("/offers/A/kill", WHY));
    JsonNode one = edge.ask(200, "reader", Call.get("/offers/A"));
    assertEquals("KILLED", one.at("/history/0/action").asText());
    edge.ask(404, "reader", Call.get("/offers/Z"));
  }

  @Test
  void offersAreCheckedWithoutBeingKept() {
    JsonNode good =
        edge.ask(200, "merchandiser", Call.post("/offers/validate", "{\"document\":\"C,D\"}"));
    assertTrue(good.path("accepted").asBoolean());
    assertEquals("2", good.at("/findings/0/arguments/0").asText());
    JsonNode bad = edge.ask(200, "merchandiser", Call.post("/offers/validate", "{\"document\":7}"));
    assertEquals("offer.unreadable", bad.at("/problems/0/code").asText());
    edge.ask(400, "merchandiser", Call.post("/offers/validate", "{}"));
    JsonNode conflicts = edge.ask(200, "merchandiser", Call.post("/offers/conflicts", ""));
    assertEquals("2", conflicts.at("/conflicts/0/arguments/0").asText());
    JsonNode own =
        edge.ask(200, "merchandiser", Call.post("/offers/conflicts", "{\"document\":\"C\"}"));
    assertEquals("1", own.at("/conflicts/0/arguments/0").asText());
    assertEquals(
        "Offers", edge.ask(200, "reader", Call.get("/offers/schema")).path("title").asText());
  }

  private JsonNode preview(int status, String more) {
    return edge.ask(
        status,
        "merchandiser",
        Call.post("/quotes/preview", "{\"carts\":[" + CART + "," + CART + "]" + more + "}"));
  }

  @Test
  void aPreviewTakesOffersFromWhereItIsTold() {
    preview(200, "");
    assertEquals(Optional.empty(), previews.get(0).offers());
    preview(200, ",\"at\":\"2030-01-01T00:00:00Z\",\"audience\":[\"level:gold\"]");
    assertEquals(
        Optional.of(Instant.parse("2030-01-01T00:00:00Z")), previews.get(2).request().at());
    assertEquals(Set.of("level:gold"), previews.get(2).request().audience());
    preview(200, ",\"offers\":\"B,C\"");
    assertEquals(List.of("A", "B", "C"), ids(previews.get(4)));
    edge.ask(200, "merchandiser", put("D", draft("D", 0)));
    preview(200, ",\"drafts\":[\"D\"]");
    assertEquals(List.of("A", "B", "D"), ids(previews.get(6)));
    preview(404, ",\"drafts\":[\"E\"]");
    preview(422, ",\"offers\":\"?\"");
    preview(400, ",\"offers\":\"B\",\"drafts\":[\"D\"]");
    preview(400, ",\"at\":\"soon\"");
    edge.ask(403, "till", Call.post("/quotes/preview", "{\"carts\":[" + CART + "]}"));
  }

  @Test
  void aDocumentIsReadOnceAndNamed() {
    String id = preview(200, ",\"document\":\"X\"").path("documentId").asText();
    int read = language.readings;
    assertEquals(List.of("X"), ids(previews.get(0)));
    JsonNode again = preview(200, ",\"documentId\":\"" + id + "\"");
    assertEquals(2, again.path("results").size());
    assertEquals(id, preview(200, ",\"document\":\"X\"").path("documentId").asText());
    assertEquals(read, language.readings);
    assertEquals(previews.get(0).offers(), previews.get(3).offers());
    preview(404, ",\"documentId\":\"none\"");
  }

  private static List<String> ids(Preview preview) {
    return preview.offers().orElseThrow().offers().stream().map(Offer::id).toList();
  }
}
