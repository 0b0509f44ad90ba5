package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import souk.model.Reason;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.Verdict;
import souk.trust.api.Violation;

/** Reviews as JSON and back. */
final class ReviewJson {
  private ReviewJson() {}

  static ObjectNode write(Review review, Json json) {
    ObjectNode node = json.object();
    node.put("planId", review.planId());
    node.put("state", review.state().name());
    ArrayNode guards = node.putArray("guards");
    review.verdict().guards().forEach(guards::add);
    ArrayNode violations = node.putArray("violations");
    for (Violation violation : review.verdict().violations()) {
      ObjectNode v = violations.addObject();
      v.put("rule", violation.rule());
      v.put("where", violation.where());
      v.put("severity", violation.severity().name());
      v.put("code", violation.reason().code());
      v.put("text", violation.reason().text());
      ArrayNode arguments = v.putArray("arguments");
      violation.reason().arguments().forEach(arguments::add);
    }
    ArrayNode steps = node.putArray("steps");
    for (Review.Step step : review.steps()) {
      steps
          .addObject()
          .put("at", step.at().toString())
          .put("actor", step.actor())
          .put("action", step.action())
          .put("reason", step.reason());
    }
    return node;
  }

  static Review read(JsonNode node) {
    List<String> guards = new ArrayList<>();
    node.required("guards").forEach(g -> guards.add(g.textValue()));
    List<Violation> violations = new ArrayList<>();
    for (JsonNode v : node.required("violations")) {
      List<String> arguments = new ArrayList<>();
      v.required("arguments").forEach(a -> arguments.add(a.textValue()));
      violations.add(
          new Violation(
              v.required("rule").textValue(),
              v.required("where").textValue(),
              Violation.Severity.valueOf(v.required("severity").textValue()),
              new Reason(
                  v.required("code").textValue(), v.required("text").textValue(), arguments)));
    }
    List<Review.Step> steps = new ArrayList<>();
    for (JsonNode s : node.required("steps")) {
      steps.add(
          new Review.Step(
              Instant.parse(s.required("at").textValue()),
              s.required("actor").textValue(),
              s.required("action").textValue(),
              s.required("reason").textValue()));
    }
    return new Review(
        node.required("planId").textValue(),
        ReviewState.valueOf(node.required("state").textValue()),
        new Verdict(guards, violations),
        steps);
  }
}
