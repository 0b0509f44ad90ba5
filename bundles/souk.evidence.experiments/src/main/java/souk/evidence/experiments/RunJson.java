package souk.evidence.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import souk.evidence.api.SimulationRun;
import souk.evidence.api.UnitOutcome;

/** Simulation runs as JSON; outcomes are columns, since there may be thousands of units. */
final class RunJson {
  private RunJson() {}

  static ObjectNode write(ObjectNode node, SimulationRun run) {
    node.put("id", run.id());
    node.put("experimentId", run.experimentId());
    node.put("firstWeek", run.firstWeek().toString());
    node.put("weeks", run.weeks());
    node.put("units", run.units());
    Json.money(node, "revenue", run.revenue());
    Json.money(node, "profit", run.profit());
    node.put("quotes", run.quotes());
    ObjectNode outcomes = node.putObject("outcomes");
    new TreeMap<>(run.outcomes())
        .forEach((metric, list) -> columns(outcomes.putObject(metric), list));
    Json.provenance(node, run.provenance());
    return node;
  }

  static SimulationRun read(JsonNode node) {
    Map<String, List<UnitOutcome>> outcomes = new TreeMap<>();
    node.path("outcomes")
        .properties()
        .forEach(e -> outcomes.put(e.getKey(), outcomes(e.getValue())));
    return new SimulationRun(
        node.path("id").asText(),
        node.path("experimentId").asText(),
        LocalDate.parse(node.path("firstWeek").asText()),
        node.path("weeks").asInt(),
        node.path("units").asDouble(),
        Json.money(node.path("revenue")),
        Json.money(node.path("profit")),
        node.path("quotes").asLong(),
        outcomes,
        Json.provenance(node));
  }

  private static void columns(ObjectNode node, List<UnitOutcome> outcomes) {
    ArrayNode unit = node.putArray("unit");
    ArrayNode treated = node.putArray("treated");
    ArrayNode before = node.putArray("before");
    ArrayNode after = node.putArray("after");
    for (UnitOutcome outcome : outcomes) {
      unit.add(outcome.unit());
      treated.add(outcome.treated() ? 1 : 0);
      before.add(outcome.before());
      after.add(outcome.after());
    }
  }

  private static List<UnitOutcome> outcomes(JsonNode node) {
    List<UnitOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < node.path("unit").size(); i++) {
      outcomes.add(
          new UnitOutcome(
              node.path("unit").get(i).asText(),
              node.path("treated").get(i).asInt() == 1,
              node.path("before").get(i).asDouble(),
              node.path("after").get(i).asDouble()));
    }
    return outcomes;
  }
}
