package souk.plan.core;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import souk.model.EvidenceLabel;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.model.WaterfallStep;
import souk.plan.api.ConstraintState;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PriceLine;
import souk.plan.api.PromotionLine;
import souk.plan.api.PromotionType;

/** Plans from JSON of format 1. */
final class PlanReader {
  private final Currency currency;

  private PlanReader(Currency currency) {
    this.currency = currency;
  }

  static Plan read(JsonNode node) {
    int format = node.path("format").asInt();
    if (format != PlanWriter.FORMAT) {
      throw new IllegalStateException(
          "Plan %s is kept in format %d, but this version reads format %d.%nMaybe a newer version wrote it."
              .formatted(node.path("id").asText(), format, PlanWriter.FORMAT));
    }
    Currency currency = Currency.getInstance(node.required("currency").textValue());
    return new PlanReader(currency).plan(node);
  }

  private Plan plan(JsonNode node) {
    return Plan.builder(
            text(node, "id"),
            PlanKind.valueOf(text(node, "kind")),
            provenance(node.required("provenance")),
            Money.zero(currency))
        .period(LocalDate.parse(text(node, "from")), node.required("weeks").intValue())
        .value(
            money(node, "objectiveMinor"),
            money(node, "boundMinor"),
            money(node, "baselineMinor"),
            node.required("gap").doubleValue())
        .label(EvidenceLabel.valueOf(text(node, "label")))
        .priceLines(list(node.required("priceLines"), this::price))
        .promotionLines(list(node.required("promotionLines"), this::promotion))
        .constraints(list(node.required("constraints"), PlanReader::constraint))
        .reasons(list(node.required("reasons"), PlanReader::reason))
        .assumptions(list(node.required("assumptions"), PlanReader::reason))
        .build();
  }

  private PriceLine price(JsonNode node) {
    return new PriceLine(
        new Sku(text(node, "sku")),
        text(node, "description"),
        money(node, "currentMinor"),
        money(node, "proposedMinor"),
        money(node, "unitCostMinor"),
        node.required("costAssumed").booleanValue(),
        node.required("unitsNow").doubleValue(),
        node.required("unitsThen").doubleValue(),
        money(node, "profitNowMinor"),
        money(node, "profitThenMinor"),
        interval(node.required("profitChange")),
        node.required("elasticity").doubleValue(),
        node.required("identified").booleanValue(),
        list(node.required("reasons"), PlanReader::reason),
        list(
            node.required("waterfall"),
            step ->
                new WaterfallStep(
                    text(step, "code"), text(step, "text"), money(step, "amountMinor"))));
  }

  private PromotionLine promotion(JsonNode node) {
    Set<Sku> skus = new HashSet<>();
    node.required("skus").forEach(sku -> skus.add(new Sku(sku.textValue())));
    return new PromotionLine(
        text(node, "id"),
        text(node, "name"),
        PromotionType.valueOf(text(node, "type")),
        new BigDecimal(text(node, "percentOff")),
        money(node, "thresholdMinor"),
        money(node, "amountOffMinor"),
        text(node, "segment"),
        skus,
        money(node, "incrementalProfitMinor"),
        interval(node.required("profitInterval")),
        money(node, "costMinor"),
        list(node.required("reasons"), PlanReader::reason));
  }

  private static Provenance provenance(JsonNode node) {
    Provenance.Builder builder =
        Provenance.builder(
                Instant.parse(text(node, "createdAt")),
                text(node, "strategy"),
                text(node, "version"))
            .seed(node.required("seed").longValue())
            .inputFingerprint(text(node, "inputFingerprint"));
    node.required("options")
        .fields()
        .forEachRemaining(option -> builder.option(option.getKey(), option.getValue().textValue()));
    if (node.has("snapshot")) {
      builder.snapshot(new SnapshotId(text(node, "snapshot")));
    }
    return builder.build();
  }

  private static ConstraintState constraint(JsonNode node) {
    return new ConstraintState(
        text(node, "name"),
        node.required("used").doubleValue(),
        node.required("limit").doubleValue(),
        node.required("binding").booleanValue(),
        node.required("shadowPrice").doubleValue());
  }

  private static Interval interval(JsonNode node) {
    return new Interval(
        node.required("low").doubleValue(),
        node.required("high").doubleValue(),
        node.required("level").doubleValue());
  }

  private static Reason reason(JsonNode node) {
    return new Reason(
        text(node, "code"),
        text(node, "text"),
        list(node.required("arguments"), JsonNode::textValue));
  }

  private Money money(JsonNode node, String name) {
    return Money.ofMinor(node.required(name).longValue(), currency);
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).textValue();
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    List<T> list = new ArrayList<>();
    array.forEach(node -> list.add(element.apply(node)));
    return list;
  }
}
