package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import souk.model.Reason;
import souk.trust.api.Review;
import souk.trust.api.Verdict;
import souk.trust.api.Violation;

/** Verdicts, reasons and steps as JSON and back. */
final class VerdictJson {
  private VerdictJson() {}

  static void write(Verdict verdict, ObjectNode node) {
    ArrayNode guards = node.putArray("guards");
    verdict.guards().forEach(guards::add);
    ArrayNode violations = node.putArray("violations");
    for (Violation violation : verdict.violations()) {
      ObjectNode v = violations.addObject();
      v.put("rule", violation.rule());
      v.put("where", violation.where());
      v.put("severity", violation.severity().name());
      write(violation.reason(), v);
    }
  }

  static Verdict read(JsonNode node) {
    List<String> guards = new ArrayList<>();
    node.required("guards").forEach(g -> guards.add(g.textValue()));
    List<Violation> violations = new ArrayList<>();
    for (JsonNode v : node.required("violations")) {
      violations.add(
          new Violation(
              v.required("rule").textValue(),
              v.required("where").textValue(),
              Violation.Severity.valueOf(v.required("severity").textValue()),
              reason(v)));
    }
    return new Verdict(guards, violations);
  }

  static void write(List<Reason> reasons, ArrayNode list) {
    reasons.forEach(reason -> write(reason, list.addObject()));
  }

  static List<Reason> reasons(JsonNode list) {
    List<Reason> reasons = new ArrayList<>();
    list.forEach(node -> reasons.add(reason(node)));
    return reasons;
  }

  private static void write(Reason reason, ObjectNode node) {
    node.put("code", reason.code());
    node.put("text", reason.text());
    ArrayNode arguments = node.putArray("arguments");
    reason.arguments().forEach(arguments::add);
  }

  private static Reason reason(JsonNode node) {
    List<String> arguments = new ArrayList<>();
    node.required("arguments").forEach(a -> arguments.add(a.textValue()));
    return new Reason(
        node.required("code").textValue(), node.required("text").textValue(), arguments);
  }

  static void steps(List<Review.Step> steps, ArrayNode list) {
    for (Review.Step step : steps) {
      list.addObject()
          .put("at", step.at().toString())
          .put("actor", step.actor())
          .put("action", step.action())
          .put("reason", step.reason());
    }
  }

  static List<Review.Step> steps(JsonNode list) {
    List<Review.Step> steps = new ArrayList<>();
    for (JsonNode s : list) {
      steps.add(
          new Review.Step(
              Instant.parse(s.required("at").textValue()),
              s.required("actor").textValue(),
              s.required("action").textValue(),
              s.required("reason").textValue()));
    }
    return steps;
  }
}
