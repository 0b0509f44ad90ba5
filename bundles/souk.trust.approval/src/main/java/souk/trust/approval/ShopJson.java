package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import souk.model.Sku;
import souk.model.TimeRange;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.PriceLayer;
import souk.offer.api.PriceLayers;

/** Facts, terms and layers as they are kept. */
final class ShopJson {
  private ShopJson() {}

  static void write(ShopParts parts, ObjectNode node) {
    parts
        .articles()
        .ifPresent(book -> facts(book.articles(), parts.given(), node.putArray("articles")));
    parts
        .terms()
        .ifPresent(
            terms -> {
              ObjectNode kept = node.putObject("terms");
              kept.put("zone", terms.zone());
              ObjectNode stores = kept.putObject("storeZones");
              terms.storeZones().forEach(stores::put);
              kept.put("pricesIncludeTax", terms.pricesIncludeTax());
            });
    parts.layers().ifPresent(layers -> layers(layers, node.putArray("layers")));
  }

  static ShopParts read(JsonNode node, Currency currency) {
    Set<Sku> given = new HashSet<>();
    Optional<ArticleBook> articles =
        node.has("articles")
            ? Optional.of(new ArticleBook(facts(node.required("articles"), given)))
            : Optional.empty();
    Optional<PriceLayers> layers =
        node.has("layers")
            ? Optional.of(layers(node.required("layers"), currency))
            : Optional.empty();
    return new ShopParts(articles, given, terms(node), layers);
  }

  private static Optional<Terms> terms(JsonNode node) {
    if (!node.has("terms")) {
      return Optional.empty();
    }
    JsonNode kept = node.required("terms");
    SortedMap<String, String> stores = new TreeMap<>();
    kept.required("storeZones")
        .fields()
        .forEachRemaining(e -> stores.put(e.getKey(), e.getValue().textValue()));
    return Optional.of(
        new Terms(
            kept.required("zone").textValue(),
            stores,
            kept.required("pricesIncludeTax").booleanValue()));
  }

  /** Each as number, categories, brand or null, tax, and whether people gave them. */
  static void facts(Map<Sku, ArticleFacts> facts, Set<Sku> given, ArrayNode list) {
    facts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(
            e -> {
              ArrayNode row = list.addArray().add(e.getKey().value());
              ArrayNode categories = row.addArray();
              e.getValue().categories().forEach(categories::add);
              row.add(e.getValue().brand().orElse(null));
              row.add(e.getValue().taxPercent().toPlainString());
              row.add(given.contains(e.getKey()));
            });
  }

  static Map<Sku, ArticleFacts> facts(JsonNode list, Set<Sku> given) {
    Map<Sku, ArticleFacts> facts = new HashMap<>();
    for (JsonNode row : list) {
      Sku sku = new Sku(row.required(0).textValue());
      List<String> categories = new ArrayList<>();
      row.required(1).forEach(c -> categories.add(c.textValue()));
      ArticleFacts.Builder builder =
          ArticleFacts.builder()
              .categories(categories)
              .taxPercent(new BigDecimal(row.required(3).textValue()));
      if (row.required(2).isTextual()) {
        builder.brand(row.required(2).textValue());
      }
      if (row.required(4).booleanValue()) {
        given.add(sku);
      }
      facts.put(sku, builder.build());
    }
    return facts;
  }

  static void layers(PriceLayers layers, ArrayNode list) {
    for (PriceLayer layer : layers.layers()) {
      ObjectNode node = list.addObject();
      node.put("id", layer.id());
      node.put("priority", layer.priority());
      node.put("from", layer.window().from().toString());
      node.put("until", layer.window().until().toString());
      texts(layer.audience(), node.putArray("audience"));
      texts(layer.stores(), node.putArray("stores"));
      texts(layer.channels(), node.putArray("channels"));
      PriceRows.write(layer.prices(), node.putArray("prices"));
    }
  }

  static PriceLayers layers(JsonNode list, Currency currency) {
    List<PriceLayer> layers = new ArrayList<>();
    for (JsonNode node : list) {
      layers.add(
          new PriceLayer(
              node.required("id").textValue(),
              node.required("priority").intValue(),
              new TimeRange(
                  Instant.parse(node.required("from").textValue()),
                  Instant.parse(node.required("until").textValue())),
              texts(node.required("audience")),
              texts(node.required("stores")),
              texts(node.required("channels")),
              PriceRows.read(node.required("prices"), currency)));
    }
    return new PriceLayers(layers);
  }

  private static void texts(Set<String> texts, ArrayNode list) {
    new TreeSet<>(texts).forEach(list::add);
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
