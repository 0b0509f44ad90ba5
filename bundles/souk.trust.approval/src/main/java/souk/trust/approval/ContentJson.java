package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import souk.model.Money;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;

/** Contents of snapshots as JSON, format 1, and back. */
final class ContentJson {
  private static final int FORMAT = 1;

  private ContentJson() {}

  static ObjectNode write(Content content, Json json) {
    ObjectNode node = json.object();
    node.put("format", FORMAT);
    node.put("id", content.id().value());
    node.put("createdAt", content.createdAt().toString());
    node.put("currency", content.prices().currency().getCurrencyCode());
    ArrayNode prices = node.putArray("prices");
    content.prices().prices().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(
            e ->
                prices
                    .addArray()
                    .add(e.getKey().value())
                    .add(e.getValue().price().amountMinor())
                    .add(e.getValue().floor().amountMinor()));
    ArrayNode offers = node.putArray("offers");
    content.offers().offers().forEach(offer -> write(offer, offers.addObject()));
    return node;
  }

  private static void write(Offer offer, ObjectNode node) {
    node.put("id", offer.id());
    node.put("name", offer.name());
    node.put("from", offer.window().from().toString());
    node.put("until", offer.window().until().toString());
    ArrayNode conditions = node.putArray("conditions");
    offer.conditions().forEach(c -> conditions.add(SpecJson.write(c)));
    node.set("effect", SpecJson.write(offer.effect()));
    node.put("priority", offer.priority());
    node.put("stackingGroup", offer.stackingGroup());
    node.put("exclusive", offer.exclusive());
    offer.planId().ifPresent(plan -> node.put("planId", plan));
  }

  static Content read(JsonNode node) {
    int format = node.required("format").intValue();
    if (format != FORMAT) {
      throw new IllegalStateException(
          "Snapshot %s is kept in format %d, but this version reads format %d.%nMaybe a newer version wrote it."
              .formatted(node.path("id").asText(), format, FORMAT));
    }
    Currency currency = Currency.getInstance(node.required("currency").textValue());
    Map<Sku, BookPrice> prices = new HashMap<>();
    for (JsonNode entry : node.required("prices")) {
      prices.put(
          new Sku(entry.required(0).textValue()),
          new BookPrice(
              Money.ofMinor(entry.required(1).longValue(), currency),
              Money.ofMinor(entry.required(2).longValue(), currency)));
    }
    List<Offer> offers = new ArrayList<>();
    node.required("offers").forEach(offer -> offers.add(offer(offer)));
    return new Content(
        new SnapshotId(node.required("id").textValue()),
        Instant.parse(node.required("createdAt").textValue()),
        new PriceBook(currency, prices),
        new OfferBook(offers));
  }

  private static Offer offer(JsonNode node) {
    List<Spec> conditions = new ArrayList<>();
    node.required("conditions").forEach(c -> conditions.add(SpecJson.read(c)));
    Offer.Builder builder =
        Offer.builder(
                node.required("id").textValue(),
                node.required("name").textValue(),
                new TimeRange(
                    Instant.parse(node.required("from").textValue()),
                    Instant.parse(node.required("until").textValue())),
                SpecJson.read(node.required("effect")))
            .conditions(conditions)
            .priority(node.required("priority").intValue())
            .stackingGroup(node.required("stackingGroup").textValue())
            .exclusive(node.required("exclusive").booleanValue());
    if (node.has("planId")) {
      builder.planId(node.required("planId").textValue());
    }
    return builder.build();
  }
}
