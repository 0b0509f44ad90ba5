package souk.edge.rest.resources;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.data.api.Costs;
import souk.data.api.UnitCost;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.quotes.Slices;
import souk.kernel.api.Snapshot;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.offer.api.ArticleBook;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferDocument;
import souk.offer.api.OfferEngine;
import souk.offer.api.OfferLanguage;
import souk.offer.api.OfferProblem;
import souk.offer.api.OfferReading;
import souk.offer.api.OfferSurroundings;
import souk.offer.api.PriceBook;

/** Offers as data: those in force, the language they are written in, what is wrong with them. */
final class OfferResource {
  private static final String SCHEMA = "application/schema+json";

  private final Rooms rooms;
  private final OfferReader reader;

  OfferResource(Rooms rooms) {
    this.rooms = rooms;
    this.reader = new OfferReader(rooms);
  }

  /**
   * Body of a check.
   *
   * @param document a document, a list of offers or one offer, in the language of offers
   */
  record Text(Object document) {}

  /**
   * Body of a search for conflicts.
   *
   * @param document a document; the published offers if left out
   */
  record Conflicts(@Nullable Object document) {}

  List<Route> routes() {
    return List.of(
        Route.get("/offers", Right.READ, this::published)
            .says("Offers in force.")
            .answers(
                Shape.object("OffersInForce")
                    .with("snapshot", SnapshotId.class)
                    .with("createdAt", Instant.class)
                    .with("offers", Shape.listOf(Offer.class)))
            .fails(404, "publication.none"),
        Route.get("/offers/schema", Right.READ, this::schema)
            .says("The language of offers as a JSON Schema.")
            .answers(Shape.ANY, SCHEMA),
        Route.post("/offers/validate", Right.MERCHANDISE, this::validate)
            .large()
            .asksOnly()
            .says("All that is wrong with offers, each finding with its place; keeps nothing.")
            .takes(Text.class)
            .answers(
                Shape.object("OfferReading")
                    .with("accepted", boolean.class)
                    .with("problems", Shape.listOf(OfferProblem.class))
                    .with("more", long.class)
                    .with("findings", Shape.listOf(Reason.class))),
        Route.post("/offers/conflicts", Right.MERCHANDISE, this::conflicts)
            .large()
            .asksOnly()
            .says("Pairs of offers that together sell an article below its cost or floor.")
            .takes(Conflicts.class)
            .answers(Shape.object("OfferConflicts").with("conflicts", Shape.listOf(Reason.class)))
            .fails(404, "publication.none")
            .fails(422, "offer.invalid"));
  }

  private Snapshot current() {
    return reader.snapshot().orElseThrow(() -> NotYet.run("publication", "/publications/baseline"));
  }

  private Object published(Request request) {
    Snapshot snapshot = current();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("snapshot", snapshot.id());
    view.put("createdAt", snapshot.createdAt());
    view.put("offers", snapshot.part(OfferBook.class).map(OfferBook::offers).orElse(List.of()));
    return view;
  }

  private Object schema(Request request) {
    byte[] schema =
        rooms.get(OfferLanguage.class).schema().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new Answer(200, SCHEMA, schema, Map.of());
  }

  private Object validate(Request request) {
    Slices.Slice text =
        Slices.of(request.content(), List.of("document"))
            .field("document")
            .orElseThrow(
                () ->
                    ProblemException.badRequest(
                        "body.missing-field", "Field document is missing."));
    OfferReading reading = reader.read(text);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("accepted", reading.accepted());
    view.put("problems", reading.problems());
    view.put("more", reading.more());
    view.put("findings", reading.document().map(this::findings).orElse(List.of()));
    return view;
  }

  /** What the engine says, where there are prices to compare with. */
  private List<Reason> findings(OfferDocument document) {
    return document
        .prices()
        .or(() -> reader.snapshot().flatMap(published -> published.part(PriceBook.class)))
        .map(prices -> rooms.get(OfferEngine.class).validate(document.offers(), prices))
        .orElse(List.of());
  }

  private Object conflicts(Request request) {
    byte[] content = request.content().length == 0 ? new byte[] {'{', '}'} : request.content();
    Optional<OfferDocument> document =
        Slices.of(content, List.of("document")).field("document").map(reader::accepted);
    OfferBook offers =
        document
            .map(OfferDocument::offers)
            .or(() -> current().part(OfferBook.class))
            .orElse(new OfferBook(List.of()));
    PriceBook prices =
        document
            .flatMap(OfferDocument::prices)
            .or(() -> current().part(PriceBook.class))
            .orElseThrow(() -> NotYet.run("publication", "/publications/baseline"));
    OfferSurroundings.Builder around = OfferSurroundings.builder().prices(prices);
    document
        .flatMap(OfferDocument::articles)
        .or(() -> reader.snapshot().flatMap(published -> published.part(ArticleBook.class)))
        .ifPresent(around::articles);
    OfferEngine engine = rooms.get(OfferEngine.class);
    return Map.of("conflicts", engine.conflicts(offers, around.build(), costs(prices)));
  }

  /** Costs that were loaded; an assumed one says nothing about a loss. */
  private Map<Sku, Money> costs(PriceBook prices) {
    Map<Sku, Money> known = new LinkedHashMap<>();
    rooms
        .find(Costs.class)
        .ifPresent(
            costs ->
                prices
                    .prices()
                    .forEach(
                        (sku, price) -> {
                          UnitCost cost = costs.unitCost(sku, price.price());
                          if (!cost.assumed()) {
                            known.put(sku, cost.amount());
                          }
                        }));
    return known;
  }
}
