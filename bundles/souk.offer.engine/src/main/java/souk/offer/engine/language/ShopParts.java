package souk.offer.engine.language;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import souk.model.Money;
import souk.model.Sku;
import souk.model.TimeRange;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceBook;
import souk.offer.api.PriceLayer;
import souk.offer.api.PriceLayers;
import souk.offer.api.ShopTerms;
import souk.offer.engine.language.OfferReader.Fields;

/** What a document says beside its offers: prices, articles, terms, price layers. */
final class ShopParts {
  private static final String PRICES = "prices";
  private static final String ZONE = "zone";

  private final Amounts amounts;
  private final Times times;
  private final SchemaWalk walk;
  private final Problems problems;

  ShopParts(Amounts amounts, Times times, SchemaWalk walk, Problems problems) {
    this.amounts = amounts;
    this.times = times;
    this.walk = walk;
    this.problems = problems;
  }

  private Optional<Node.Table> part(Node.Table document, String name) {
    Node.Member member = document.members().get(name);
    return member != null && member.value() instanceof Node.Table table && !walk.unfit(table)
        ? Optional.of(table)
        : Optional.empty();
  }

  Optional<PriceBook> prices(Node.Table document) {
    return part(document, PRICES)
        .map(table -> new PriceBook(amounts.currency(), prices(table, Path.ROOT.to(PRICES))));
  }

  private Map<Sku, BookPrice> prices(Node.Table table, Path path) {
    Map<Sku, BookPrice> all = new HashMap<>();
    table
        .members()
        .forEach(
            (sku, member) -> {
              Node.Table entry = (Node.Table) member.value();
              Path place = path.to(sku);
              Optional<Money> price = amounts.of(entry, "price", place);
              Optional<Money> floor = amounts.of(entry, "floor", place);
              if (price.isEmpty() || floor.isEmpty()) {
                return;
              }
              if (price.get().compareTo(floor.get()) < 0) {
                problems.error(
                    entry,
                    place,
                    "price.below-floor",
                    "The price of %s is %s, below its floor %s.\nMaybe the two were exchanged."
                        .formatted(Words.quoted(sku), price.get(), floor.get()),
                    Words.quoted(sku),
                    price.get(),
                    floor.get());
                return;
              }
              all.put(new Sku(sku), new BookPrice(price.get(), floor.get()));
            });
    return all;
  }

  Optional<ArticleBook> articles(Node.Table document) {
    return part(document, "articles")
        .map(
            table -> {
              Map<Sku, ArticleFacts> all = new HashMap<>();
              table
                  .members()
                  .forEach(
                      (sku, member) ->
                          all.put(new Sku(sku), facts(new Fields((Node.Table) member.value()))));
              return new ArticleBook(all);
            });
  }

  private static ArticleFacts facts(Fields fields) {
    ArticleFacts.Builder facts =
        ArticleFacts.builder()
            .categories(fields.list("categories"))
            .taxPercent(fields.decimal("taxPercent"));
    String brand = fields.text("brand", "");
    if (!brand.isEmpty()) {
      facts.brand(brand);
    }
    return facts.build();
  }

  Optional<ShopTerms> terms(Node.Table document) {
    return part(document, "terms")
        .map(
            table -> {
              Fields fields = new Fields(table);
              Path path = Path.ROOT.to("terms");
              ShopTerms.Builder terms =
                  ShopTerms.builder().pricesIncludeTax(fields.flag("pricesIncludeTax", true));
              if (table.has(ZONE)) {
                times.zone(fields.node(ZONE), path.to(ZONE)).ifPresent(terms::zone);
              }
              Map<String, ZoneId> stores = new LinkedHashMap<>();
              if (fields.node("storeZones") instanceof Node.Table zones) {
                zones
                    .members()
                    .forEach(
                        (store, member) ->
                            times
                                .zone(member.value(), path.to("storeZones").to(store))
                                .ifPresent(zone -> stores.put(store, zone)));
              }
              return terms.storeZones(stores).build();
            });
  }

  /** Zone that the document's terms name. */
  Optional<ZoneId> zone(Node.Table document) {
    return part(document, "terms")
        .filter(table -> table.has(ZONE))
        .map(table -> new Fields(table).text(ZONE, "UTC"))
        .filter(id -> id.equals("UTC") || ZoneId.getAvailableZoneIds().contains(id))
        .map(ZoneId::of);
  }

  Optional<PriceLayers> layers(Node.Table document, Optional<ZoneId> zone) {
    Node.Member member = document.members().get("priceLayers");
    if (member == null || !(member.value() instanceof Node.Row row) || walk.unfit(row)) {
      return Optional.empty();
    }
    List<PriceLayer> layers = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < row.elements().size(); i++) {
      Fields fields = new Fields((Node.Table) row.elements().get(i));
      Path path = Path.ROOT.to("priceLayers").to(i);
      String id = fields.text("id", "");
      if (!ids.add(id)) {
        problems.error(
            fields.node("id"),
            path.to("id"),
            "offer.duplicate-id",
            "The id %s is taken by an earlier price layer.".formatted(Words.quoted(id)),
            Words.quoted(id));
      }
      Optional<TimeRange> window =
          times.window((Node.Table) fields.node("window"), path.to("window"), zone);
      Map<Sku, BookPrice> prices = prices((Node.Table) fields.node(PRICES), path.to(PRICES));
      window.ifPresent(
          range ->
              layers.add(
                  new PriceLayer(
                      id,
                      fields.number("priority", 0),
                      range,
                      Set.copyOf(fields.list("audience")),
                      Set.copyOf(fields.list("stores")),
                      Set.copyOf(fields.list("channels")),
                      prices)));
    }
    return Optional.of(new PriceLayers(layers));
  }
}
