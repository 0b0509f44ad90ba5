package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.model.Money;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.offer.api.ArticleBook;
import souk.offer.api.BookPrice;
import souk.offer.api.OfferDocument;
import souk.offer.api.OfferLanguage;
import souk.offer.api.OfferSurroundings;
import souk.offer.api.PriceBook;
import souk.offer.api.PriceLayers;
import souk.trust.api.OfferDesk;

/** Price layers and facts about articles: seen, checked, submitted. */
class ShopTest {
  private static final Currency GBP = Currency.getInstance("GBP");

  @TempDir Path folder;
  private final OneDesk desk = new OneDesk();
  private Edge edge;

  private record Served(Snapshot snapshot) implements Snapshots {
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
    OneLanguage language = new OneLanguage();
    OfferDocument shop =
        language.read("\"SHOP\"".getBytes(), OfferSurroundings.none()).document().orElseThrow();
    Money price = Money.ofMinor(100, GBP);
    Money floor = Money.ofMinor(60, GBP);
    BookPrice both = new BookPrice(price, floor);
    Snapshot snapshot =
        Snapshot.builder(new SnapshotId("S-1"), Instant.EPOCH)
            .part(
                PriceBook.class, new PriceBook(GBP, Map.of(new Sku("A"), both, new Sku("B"), both)))
            .part(ArticleBook.class, shop.articles().orElseThrow())
            .part(PriceLayers.class, shop.priceLayers().orElseThrow())
            .build();
    edge =
        new Edge(folder)
            .with(OfferDesk.class, desk)
            .with(OfferLanguage.class, language)
            .with(Snapshots.class, new Served(snapshot));
  }

  @Test
  void whatIsPublishedIsSeen() {
    JsonNode layers = edge.ask(200, "reader", Call.get("/price-layers"));
    assertEquals("gold", layers.at("/0/id").asText());
    assertEquals("level:gold", layers.at("/0/audience/0").asText());
    assertEquals(1, layers.at("/0/articles").asInt());
    JsonNode prices = edge.ask(200, "reader", Call.get("/price-layers/gold"));
    assertEquals(90, prices.at("/0/price/amountMinor").asInt());
    edge.ask(404, "reader", Call.get("/price-layers/none"));
    JsonNode articles = edge.ask(200, "reader", Call.get("/articles"));
    assertEquals(2, articles.size());
    assertEquals("Potter", articles.at("/0/brand").asText());
    assertEquals(60, articles.at("/0/floor/amountMinor").asInt());
    assertTrue(articles.at("/0/cost").isNull() && articles.at("/1/brand").isNull());
    assertEquals(1, edge.ask(200, "reader", Call.get("/articles?limit=1&offset=1")).size());
    edge.ask(403, "till", Call.get("/articles"));
  }

  @Test
  void aDocumentIsSubmittedWhole() {
    String body = "{\"document\":\"SHOP\",\"reason\":\"members\"}";
    edge.ask(200, "merchandiser", Call.post("/offers/assess", "{\"document\":\"SHOP\"}"));
    JsonNode review = edge.ask(200, "merchandiser", Call.post("/offers/reviews", body));
    assertEquals("gold", review.at("/layers/0").asText());
    assertEquals(1, review.path("articles").asInt());
    assertEquals(List.of("kitchen"), desk.submitted.articles().get(new Sku("A")).categories());
    edge.ask(200, "admin", Call.post("/offers/reviews/OR-0/approve", "{\"reason\":\"fine\"}"));
    edge.ask(403, "reader", Call.post("/offers/reviews", body));
  }

  @Test
  void whatDoesNotBelongThereIsRefused() {
    JsonNode refused =
        edge.ask(
            400,
            "merchandiser",
            Call.post("/offers/reviews", "{\"document\":\"C,D\",\"reason\":\"x\"}"));
    assertTrue(refused.path("detail").asText().contains("offers"), refused::toString);
    edge.ask(
        422, "merchandiser", Call.post("/offers/reviews", "{\"document\":7,\"reason\":\"x\"}"));
    edge.ask(400, "merchandiser", Call.post("/offers/reviews", "{\"document\":\"SHOP\"}"));
    edge.ask(400, "merchandiser", Call.post("/offers/reviews", "{\"layers\":[],\"reason\":\"x\"}"));
  }

  @Test
  void withoutLayersAndPricesThatIsSaid() {
    Edge bare = new Edge(folder);
    assertEquals(0, bare.ask(200, "reader", Call.get("/price-layers")).size());
    bare.ask(404, "reader", Call.get("/articles"));
  }
}
