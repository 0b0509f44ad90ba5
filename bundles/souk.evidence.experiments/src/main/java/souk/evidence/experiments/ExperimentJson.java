package souk.evidence.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.UnitKind;
import souk.model.EvidenceLabel;

/** Experiments and their effects as JSON. */
final class ExperimentJson {
  private ExperimentJson() {}

  static ObjectNode write(ObjectNode node, Experiment e) {
    node.put("id", e.id());
    node.put("planId", e.planId());
    node.put("unit", e.unit().name());
    node.put("holdoutShare", e.holdoutShare());
    node.put("seed", e.seed());
    node.put("createdAt", e.createdAt().toString());
    node.put("label", e.label().name());
    units(node.putObject("treatment"), e.treatment(), e.strata());
    units(node.putObject("control"), e.control(), e.strata());
    return node;
  }

  static Experiment read(JsonNode node) {
    Map<String, Integer> strata = new HashMap<>();
    return new Experiment(
        node.path("id").asText(),
        node.path("planId").asText(),
        UnitKind.valueOf(node.path("unit").asText()),
        node.path("holdoutShare").asDouble(),
        node.path("seed").asLong(),
        units(node.path("treatment"), strata),
        units(node.path("control"), strata),
        strata,
        Instant.parse(node.path("createdAt").asText()),
        EvidenceLabel.valueOf(node.path("label").asText()));
  }

  static void write(ObjectNode node, EffectEstimate e) {
    node.put("experimentId", e.experimentId());
    node.put("metric", e.metric());
    node.put("perUnit", e.perUnit());
    Json.interval(node, "interval", e.interval());
    node.put("total", e.total());
    if (Double.isFinite(e.relative())) {
      node.put("relative", e.relative());
    }
    node.put("treated", e.treated());
    node.put("control", e.control());
    node.put("label", e.label().name());
    node.put("method", e.method());
    var notes = node.putArray("notes");
    e.notes().forEach(n -> Json.reason(notes.addObject(), n));
    Json.provenance(node, e.provenance());
  }

  static EffectEstimate effect(JsonNode node) {
    java.util.List<souk.model.Reason> notes = new java.util.ArrayList<>();
    node.path("notes").forEach(n -> notes.add(Json.reason(n)));
    return new EffectEstimate(
        node.path("experimentId").asText(),
        node.path("metric").asText(),
        node.path("perUnit").asDouble(),
        Json.interval(node.path("interval")),
        node.path("total").asDouble(),
        node.path("relative").asDouble(Double.NaN),
        node.path("treated").asInt(),
        node.path("control").asInt(),
        EvidenceLabel.valueOf(node.path("label").asText()),
        node.path("method").asText(),
        notes,
        Json.provenance(node));
  }

  /** Stratum per unit, sorted by unit. */
  private static void units(ObjectNode node, Set<String> units, Map<String, Integer> strata) {
    new TreeSet<>(units).forEach(unit -> node.put(unit, strata.getOrDefault(unit, 0)));
  }

  private static Set<String> units(JsonNode node, Map<String, Integer> strata) {
    Set<String> units = new HashSet<>();
    node.properties()
        .forEach(
            e -> {
              units.add(e.getKey());
              strata.put(e.getKey(), e.getValue().asInt());
            });
    return units;
  }
}
