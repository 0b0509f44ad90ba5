package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import souk.model.Money;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.Basis;
import souk.offer.api.Funding;
import souk.offer.api.Offer;
import souk.offer.api.OfferLimits;

/** Offers as they are kept. What 0.1.0 did not know is left out where it says nothing. */
final class OfferJson {
  private OfferJson() {}

  /** True if 0.1.0 could not have kept the offer in full. */
  static boolean extended(Offer offer) {
    return offer.basis() != Basis.LIST
        || !offer.limits().equals(OfferLimits.none())
        || !offer.funding().isEmpty()
        || !offer.names().isEmpty()
        || offer.paused();
  }

  static void write(Offer offer, ObjectNode node) {
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
    if (extended(offer)) {
      extension(offer, node);
    }
  }

  private static void extension(Offer offer, ObjectNode node) {
    node.put("basis", offer.basis().name());
    OfferLimits limits = offer.limits();
    ObjectNode kept = node.putObject("limits");
    limits.perOrder().ifPresent(n -> kept.put("perOrder", n));
    limits.perCustomer().ifPresent(n -> kept.put("perCustomer", n));
    limits.total().ifPresent(n -> kept.put("total", n));
    limits
        .budget()
        .ifPresent(
            money ->
                kept.putArray("budget")
                    .add(money.amountMinor())
                    .add(money.currency().getCurrencyCode()));
    ArrayNode funding = node.putArray("funding");
    offer
        .funding()
        .forEach(f -> funding.addArray().add(f.supplier()).add(f.share().toPlainString()));
    ObjectNode names = node.putObject("names");
    new TreeMap<>(offer.names()).forEach(names::put);
    node.put("paused", offer.paused());
  }

  static Offer read(JsonNode node) {
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
    if (node.has("basis")) {
      extension(node, builder);
    }
    return builder.build();
  }

  private static void extension(JsonNode node, Offer.Builder builder) {
    builder.basis(Basis.valueOf(node.required("basis").textValue()));
    builder.limits(limits(node.required("limits")));
    List<Funding> funding = new ArrayList<>();
    for (JsonNode f : node.required("funding")) {
      funding.add(
          new Funding(f.required(0).textValue(), new BigDecimal(f.required(1).textValue())));
    }
    builder.funding(funding);
    Map<String, String> names = new TreeMap<>();
    node.required("names")
        .fields()
        .forEachRemaining(e -> names.put(e.getKey(), e.getValue().textValue()));
    builder.names(names);
    builder.paused(node.required("paused").booleanValue());
  }

  private static OfferLimits limits(JsonNode node) {
    OfferLimits.Builder limits = OfferLimits.builder();
    if (node.has("perOrder")) {
      limits.perOrder(node.required("perOrder").longValue());
    }
    if (node.has("perCustomer")) {
      limits.perCustomer(node.required("perCustomer").longValue());
    }
    if (node.has("total")) {
      limits.total(node.required("total").longValue());
    }
    if (node.has("budget")) {
      JsonNode budget = node.required("budget");
      limits.budget(
          Money.ofMinor(
              budget.required(0).longValue(),
              Currency.getInstance(budget.required(1).textValue())));
    }
    return limits.build();
  }
}
