package souk.demand.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import souk.demand.api.DriftFinding;
import souk.demand.api.DriftReport;

/** Checks of the monitor as documents, format 1. */
final class DriftJson {
  static final String KIND = "forecast-drift";

  private final CommonJson common = new CommonJson();

  String write(DriftReport report) {
    ObjectNode node =
        common
            .object()
            .put("format", 1)
            .put("runId", report.runId())
            .put("checkedAt", report.checkedAt().toString())
            .put("refitDue", report.refitDue());
    ArrayNode findings = node.putArray("findings");
    for (DriftFinding finding : report.findings()) {
      findings
          .addObject()
          .put("group", finding.group())
          .put("series", finding.series())
          .put("steps", finding.steps())
          .put("backtestError", finding.backtestError())
          .put("recentError", finding.recentError())
          .put("statistic", finding.statistic())
          .put("limit", finding.limit())
          .put("refitDue", finding.refitDue())
          .set("reason", common.of(finding.reason()));
    }
    ArrayNode reasons = node.putArray("reasons");
    report.reasons().forEach(reason -> reasons.add(common.of(reason)));
    return common.text(node);
  }

  DriftReport read(String text) {
    JsonNode node = common.tree(text);
    List<DriftFinding> findings = new ArrayList<>();
    for (JsonNode child : node.path("findings")) {
      findings.add(
          new DriftFinding(
              child.path("group").asText(),
              child.path("series").asInt(),
              child.path("steps").asInt(),
              child.path("backtestError").asDouble(),
              child.path("recentError").asDouble(),
              child.path("statistic").asDouble(),
              child.path("limit").asDouble(),
              child.path("refitDue").asBoolean(),
              CommonJson.reason(child.path("reason"))));
    }
    return new DriftReport(
        node.path("runId").asText(),
        Instant.parse(node.path("checkedAt").asText()),
        node.path("refitDue").asBoolean(),
        findings,
        CommonJson.reasons(node.path("reasons")));
  }
}
