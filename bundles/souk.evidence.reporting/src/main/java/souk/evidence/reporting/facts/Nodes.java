package souk.evidence.reporting.facts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;

/** Values of the model as JSON; money in major units, exact. */
final class Nodes {
  private Nodes() {}

  static void money(ObjectNode node, String name, Money money) {
    node.put(name, money.toDecimal());
  }

  /** Leaves out what is not finite: JSON has no such numbers. */
  static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, BigDecimal.valueOf(value).round(new java.math.MathContext(10)));
    }
  }

  static void interval(ObjectNode node, String name, Interval interval) {
    ObjectNode i = node.putObject(name);
    number(i, "low", interval.low());
    number(i, "high", interval.high());
    number(i, "level", interval.level());
  }

  static void reasons(ObjectNode node, String name, List<Reason> reasons) {
    ArrayNode array = node.putArray(name);
    for (Reason reason : reasons) {
      reason(array.addObject(), reason);
    }
  }

  static void reason(ObjectNode node, Reason reason) {
    node.put("code", reason.code());
    node.put("text", reason.text());
    reason.arguments().forEach(node.putArray("arguments")::add);
  }

  static void counts(ObjectNode node, String name, Map<String, Long> counts) {
    ObjectNode object = node.putObject(name);
    new TreeMap<>(counts).forEach(object::put);
  }

  static void provenance(ArrayNode all, String of, Provenance p) {
    ObjectNode node = all.addObject();
    node.put("of", of);
    node.put("strategy", p.strategy());
    node.put("version", p.version());
    node.put("createdAt", p.createdAt().toString());
    node.put("seed", p.seed());
    node.put("input", p.inputFingerprint());
    p.snapshot().ifPresent(s -> node.put("snapshot", s.value()));
    ObjectNode options = node.putObject("options");
    p.options().forEach(options::put);
  }
}
