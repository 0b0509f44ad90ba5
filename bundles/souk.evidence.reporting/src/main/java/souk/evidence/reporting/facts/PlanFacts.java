package souk.evidence.reporting.facts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import souk.model.WaterfallStep;
import souk.plan.api.ConstraintState;
import souk.plan.api.Plan;
import souk.plan.api.PriceLine;
import souk.plan.api.PromotionLine;
import souk.trust.api.Approvals;
import souk.trust.api.Publication;
import souk.trust.api.Review;
import souk.trust.api.Violation;

/** Plans with their most telling lines, reviews and publications. */
final class PlanFacts {
  private static final int LINES = 15;

  private final Optional<Approvals> approvals;

  PlanFacts(Optional<Approvals> approvals) {
    this.approvals = approvals;
  }

  /** Oldest first. */
  void plans(ObjectNode facts, ArrayNode provenance, List<Plan> newestFirst) {
    ArrayNode array = facts.putArray("plans");
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      Plan plan = newestFirst.get(i);
      plan(array.addObject(), plan);
      Nodes.provenance(provenance, "plan " + plan.id(), plan.provenance());
    }
  }

  static void publications(ObjectNode facts, List<Publication> newestFirst) {
    ArrayNode array = facts.putArray("publications");
    for (Publication p : newestFirst) {
      ObjectNode node = array.addObject();
      node.put("id", p.id());
      node.put("snapshot", p.snapshot().value());
      p.planId().ifPresent(plan -> node.put("planId", plan));
      p.experimentId().ifPresent(experiment -> node.put("experimentId", experiment));
      p.undoes().ifPresent(undone -> node.put("undoes", undone));
      node.put("at", p.at().toString());
      node.put("reason", p.reason());
      node.put("prices", p.prices());
      node.put("offers", p.offers());
    }
  }

  private void plan(ObjectNode node, Plan plan) {
    node.put("id", plan.id());
    node.put("kind", plan.kind().name());
    node.put("from", plan.from().toString());
    node.put("weeks", plan.weeks());
    Nodes.money(node, "objective", plan.objective());
    Nodes.money(node, "bound", plan.bound());
    Nodes.money(node, "baseline", plan.baseline());
    Nodes.number(node, "gap", plan.gap());
    node.put("label", plan.label().name());
    Nodes.reasons(node, "reasons", plan.reasons());
    Nodes.reasons(node, "assumptions", plan.assumptions());
    review(node, plan.id());
    ArrayNode constraints = node.putArray("constraints");
    for (ConstraintState state : plan.constraints()) {
      ObjectNode c = constraints.addObject();
      c.put("name", state.name());
      Nodes.number(c, "used", state.used());
      Nodes.number(c, "limit", state.limit());
      c.put("binding", state.binding());
      Nodes.number(c, "shadowPrice", state.shadowPrice());
    }
    prices(node, plan);
    ArrayNode promotions = node.putArray("promotionLines");
    plan.promotionLines().forEach(line -> promotion(promotions.addObject(), line));
  }

  private void review(ObjectNode node, String planId) {
    if (approvals.isEmpty()) {
      return;
    }
    Review review = approvals.get().review(planId);
    node.put("state", review.state().name());
    ArrayNode violations = node.putArray("violations");
    for (Violation violation : review.verdict().violations()) {
      ObjectNode v = violations.addObject();
      v.put("rule", violation.rule());
      v.put("where", violation.where());
      v.put("severity", violation.severity().name());
      Nodes.reason(v.putObject("reason"), violation.reason());
    }
  }

  private static void prices(ObjectNode node, Plan plan) {
    BigDecimal raised = BigDecimal.ZERO;
    BigDecimal lowered = BigDecimal.ZERO;
    int up = 0;
    int down = 0;
    for (PriceLine line : plan.priceLines()) {
      BigDecimal gain = gain(line);
      int direction = line.proposed().compareTo(line.current());
      raised = direction > 0 ? raised.add(gain) : raised;
      lowered = direction < 0 ? lowered.add(gain) : lowered;
      up += direction > 0 ? 1 : 0;
      down += direction < 0 ? 1 : 0;
    }
    node.put("lines", plan.priceLines().size());
    node.put("raised", up);
    node.put("lowered", down);
    node.put("gainRaised", raised);
    node.put("gainLowered", lowered);
    node.put("costAssumed", plan.priceLines().stream().filter(PriceLine::costAssumed).count());
    node.put("notIdentified", plan.priceLines().stream().filter(l -> !l.identified()).count());
    ArrayNode array = node.putArray("priceLines");
    plan.priceLines().stream()
        .filter(PriceLine::changed)
        .sorted(Comparator.comparing(PlanFacts::gain).reversed())
        .limit(LINES)
        .forEach(line -> price(array.addObject(), line));
  }

  private static void price(ObjectNode node, PriceLine line) {
    node.put("sku", line.sku().value());
    node.put("description", line.description());
    Nodes.money(node, "current", line.current());
    Nodes.money(node, "proposed", line.proposed());
    Nodes.money(node, "unitCost", line.unitCost());
    node.put("costAssumed", line.costAssumed());
    Nodes.number(node, "unitsNow", line.unitsNow());
    Nodes.number(node, "unitsThen", line.unitsThen());
    Nodes.money(node, "profitNow", line.profitNow());
    Nodes.money(node, "profitThen", line.profitThen());
    Nodes.interval(node, "profitChange", line.profitChange());
    Nodes.number(node, "elasticity", line.elasticity());
    Nodes.reasons(node, "reasons", line.reasons());
    ArrayNode waterfall = node.putArray("waterfall");
    for (WaterfallStep step : line.waterfall()) {
      ObjectNode s = waterfall.addObject();
      s.put("code", step.code());
      s.put("text", step.text());
      Nodes.money(s, "amount", step.amount());
    }
  }

  private static void promotion(ObjectNode node, PromotionLine line) {
    node.put("id", line.id());
    node.put("name", line.name());
    node.put("type", line.type().name());
    node.put("percentOff", line.percentOff());
    Nodes.money(node, "threshold", line.threshold());
    Nodes.money(node, "amountOff", line.amountOff());
    node.put("segment", line.segment());
    node.put("articles", line.skus().size());
    Nodes.money(node, "incrementalProfit", line.incrementalProfit());
    Nodes.interval(node, "profitInterval", line.profitInterval());
    Nodes.money(node, "cost", line.cost());
    Nodes.reasons(node, "reasons", line.reasons());
  }

  private static BigDecimal gain(PriceLine line) {
    return line.profitThen().minus(line.profitNow()).toDecimal();
  }
}
