package souk.plan.core;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import souk.model.Interval;
import souk.model.Provenance;
import souk.model.Reason;
import souk.plan.api.ConstraintState;
import souk.plan.api.Plan;
import souk.plan.api.PriceLine;
import souk.plan.api.PromotionLine;

/** Plans as JSON, format 1; money in minor units of the plan's one currency. */
final class PlanWriter {
  static final int FORMAT = 1;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PlanWriter() {}

  static ObjectNode write(Plan plan) {
    ObjectNode node = JSON.objectNode();
    node.put("format", FORMAT);
    node.put("id", plan.id());
    node.put("kind", plan.kind().name());
    node.put("currency", plan.objective().currency().getCurrencyCode());
    node.put("from", plan.from().toString());
    node.put("weeks", plan.weeks());
    node.put("objectiveMinor", plan.objective().amountMinor());
    node.put("boundMinor", plan.bound().amountMinor());
    node.put("baselineMinor", plan.baseline().amountMinor());
    node.put("gap", plan.gap());
    node.put("label", plan.label().name());
    ArrayNode prices = node.putArray("priceLines");
    plan.priceLines().forEach(line -> prices.add(price(line)));
    ArrayNode promotions = node.putArray("promotionLines");
    plan.promotionLines().forEach(line -> promotions.add(promotion(line)));
    ArrayNode constraints = node.putArray("constraints");
    plan.constraints().forEach(state -> constraints.add(constraint(state)));
    node.set("reasons", reasons(plan.reasons()));
    node.set("assumptions", reasons(plan.assumptions()));
    node.set("provenance", provenance(plan.provenance()));
    return node;
  }

  private static ObjectNode price(PriceLine line) {
    ObjectNode node = JSON.objectNode();
    node.put("sku", line.sku().value());
    node.put("description", line.description());
    node.put("currentMinor", line.current().amountMinor());
    node.put("proposedMinor", line.proposed().amountMinor());
    node.put("unitCostMinor", line.unitCost().amountMinor());
    node.put("costAssumed", line.costAssumed());
    node.put("unitsNow", line.unitsNow());
    node.put("unitsThen", line.unitsThen());
    node.put("profitNowMinor", line.profitNow().amountMinor());
    node.put("profitThenMinor", line.profitThen().amountMinor());
    node.set("profitChange", interval(line.profitChange()));
    node.put("elasticity", line.elasticity());
    node.put("identified", line.identified());
    node.set("reasons", reasons(line.reasons()));
    ArrayNode waterfall = node.putArray("waterfall");
    line.waterfall()
        .forEach(
            step ->
                waterfall
                    .addObject()
                    .put("code", step.code())
                    .put("text", step.text())
                    .put("amountMinor", step.amount().amountMinor()));
    return node;
  }

  private static ObjectNode promotion(PromotionLine line) {
    ObjectNode node = JSON.objectNode();
    node.put("id", line.id());
    node.put("name", line.name());
    node.put("type", line.type().name());
    node.put("percentOff", line.percentOff().toPlainString());
    node.put("thresholdMinor", line.threshold().amountMinor());
    node.put("amountOffMinor", line.amountOff().amountMinor());
    node.put("segment", line.segment());
    ArrayNode skus = node.putArray("skus");
    line.skus().stream().sorted().forEach(sku -> skus.add(sku.value()));
    node.put("incrementalProfitMinor", line.incrementalProfit().amountMinor());
    node.set("profitInterval", interval(line.profitInterval()));
    node.put("costMinor", line.cost().amountMinor());
    node.set("reasons", reasons(line.reasons()));
    return node;
  }

  private static ObjectNode constraint(ConstraintState state) {
    return JSON.objectNode()
        .put("name", state.name())
        .put("used", state.used())
        .put("limit", state.limit())
        .put("binding", state.binding())
        .put("shadowPrice", state.shadowPrice());
  }

  private static ObjectNode interval(Interval interval) {
    return JSON.objectNode()
        .put("low", interval.low())
        .put("high", interval.high())
        .put("level", interval.level());
  }

  private static ArrayNode reasons(List<Reason> reasons) {
    ArrayNode array = JSON.arrayNode();
    for (Reason reason : reasons) {
      ObjectNode node = array.addObject().put("code", reason.code()).put("text", reason.text());
      ArrayNode arguments = node.putArray("arguments");
      reason.arguments().forEach(arguments::add);
    }
    return array;
  }

  private static ObjectNode provenance(Provenance provenance) {
    ObjectNode node = JSON.objectNode();
    node.put("createdAt", provenance.createdAt().toString());
    node.put("strategy", provenance.strategy());
    node.put("version", provenance.version());
    node.put("seed", provenance.seed());
    node.put("inputFingerprint", provenance.inputFingerprint());
    provenance.snapshot().ifPresent(id -> node.put("snapshot", id.value()));
    ObjectNode options = node.putObject("options");
    provenance.options().forEach(options::put);
    return node;
  }
}
