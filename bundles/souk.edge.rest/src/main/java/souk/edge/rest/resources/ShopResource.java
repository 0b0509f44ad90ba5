package souk.edge.rest.resources;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import souk.data.api.Costs;
import souk.data.api.UnitCost;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.Snapshots;
import souk.model.Money;
import souk.model.Sku;
import souk.model.TimeRange;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceBook;
import souk.offer.api.PriceLayer;
import souk.offer.api.PriceLayers;

/** Price layers and facts about articles as they are published. */
final class ShopResource {
  private static final int USUAL = 100;
  private static final Shape.Fields LAYER =
      Shape.object("PriceLayer")
          .with("id", String.class)
          .with("priority", int.class)
          .with("window", TimeRange.class)
          .with("audience", Shape.listOf(String.class))
          .with("stores", Shape.listOf(String.class))
          .with("channels", Shape.listOf(String.class))
          .with("articles", int.class);
  private static final Shape.Fields PRICE =
      Shape.object("LayerPrice")
          .with("sku", String.class)
          .with("price", Money.class)
          .with("floor", Money.class);
  private static final Shape ARTICLE =
      Shape.object("Article")
          .with("sku", String.class)
          .with("price", Money.class)
          .with("floor", Money.class)
          .maybe("cost", Money.class)
          .with("categories", Shape.listOf(String.class))
          .maybe("brand", String.class)
          .with("taxPercent", BigDecimal.class);

  private final Rooms rooms;

  ShopResource(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/price-layers", Right.READ, this::layers)
            .says("Published price layers in the order in which they are asked.")
            .paged()
            .answers(new Shape.ListOf(LAYER)),
        Route.get("/price-layers/{id}", Right.READ, this::layer)
            .says("Prices of one published price layer.")
            .paged()
            .answers(new Shape.ListOf(PRICE))
            .fails(404, "price-layer.unknown"),
        Route.get("/articles", Right.READ, this::articles)
            .says("Articles with price, floor, loaded cost and what offers know of them.")
            .paged()
            .answers(new Shape.ListOf(ARTICLE))
            .fails(404, "publication.none"));
  }

  private <T> Optional<T> published(Class<T> part) {
    return rooms.find(Snapshots.class).flatMap(Snapshots::current).flatMap(s -> s.part(part));
  }

  private List<PriceLayer> all() {
    return published(PriceLayers.class).map(PriceLayers::layers).orElse(List.of());
  }

  private Object layers(Request request) {
    return Page.of(request, all(), USUAL, ShopResource::view);
  }

  private static Map<String, Object> view(PriceLayer layer) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", layer.id());
    view.put("priority", layer.priority());
    view.put("window", layer.window());
    view.put("audience", new TreeSet<>(layer.audience()));
    view.put("stores", new TreeSet<>(layer.stores()));
    view.put("channels", new TreeSet<>(layer.channels()));
    view.put("articles", layer.prices().size());
    return view;
  }

  private Object layer(Request request) {
    String id = request.parameter("id");
    PriceLayer found =
        all().stream()
            .filter(layer -> layer.id().equals(id))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("price layer", id));
    return Page.of(
        request,
        List.copyOf(new TreeMap<>(found.prices()).entrySet()),
        USUAL,
        entry -> price(entry.getKey(), entry.getValue()));
  }

  private static Map<String, Object> price(Sku sku, BookPrice price) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("sku", sku);
    view.put("price", price.price());
    view.put("floor", price.floor());
    return view;
  }

  private Object articles(Request request) {
    PriceBook prices =
        published(PriceBook.class)
            .orElseThrow(() -> NotYet.run("publication", "/publications/baseline"));
    ArticleBook facts = published(ArticleBook.class).orElseGet(() -> new ArticleBook(Map.of()));
    List<Sku> skus =
        prices.prices().keySet().stream().sorted(Comparator.comparing(Sku::value)).toList();
    return Page.of(request, skus, USUAL, sku -> article(sku, prices, facts));
  }

  private Map<String, Object> article(Sku sku, PriceBook prices, ArticleBook facts) {
    BookPrice price = prices.price(sku).orElseThrow();
    Optional<ArticleFacts> known = facts.facts(sku);
    Map<String, Object> view = price(sku, price);
    view.put(
        "cost",
        rooms
            .find(Costs.class)
            .map(costs -> costs.unitCost(sku, price.price()))
            .filter(cost -> !cost.assumed())
            .map(UnitCost::amount));
    view.put("categories", known.map(ArticleFacts::categories).orElse(List.of()));
    view.put("brand", known.flatMap(ArticleFacts::brand));
    view.put("taxPercent", known.map(ArticleFacts::taxPercent).orElse(BigDecimal.ZERO));
    return view;
  }
}
