package souk.evidence.reporting.facts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.Experiments;
import souk.evidence.api.SimulationRun;

/** Experiments, simulated runs and effects; no customer is named. */
final class EffectFacts {
  private EffectFacts() {}

  static void effects(ObjectNode facts, ArrayNode provenance, Experiments experiments) {
    Map<String, Experiment> byId = new HashMap<>();
    ArrayNode array = facts.putArray("experiments");
    List<Experiment> newestFirst = experiments.list();
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      Experiment e = newestFirst.get(i);
      byId.put(e.id(), e);
      ObjectNode node = array.addObject();
      node.put("id", e.id());
      node.put("planId", e.planId());
      node.put("unit", e.unit().name());
      node.put("treated", e.treatment().size());
      node.put("control", e.control().size());
      Nodes.number(node, "holdoutShare", e.holdoutShare());
      node.put("seed", e.seed());
      node.put("label", e.label().name());
    }
    Map<String, EffectEstimate> latest = new LinkedHashMap<>();
    experiments.effects().forEach(e -> latest.putIfAbsent(e.experimentId() + " " + e.metric(), e));
    ArrayNode effects = facts.putArray("effects");
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      String id = newestFirst.get(i).id();
      latest.values().stream()
          .filter(e -> e.experimentId().equals(id))
          .forEach(
              e ->
                  effect(effects.addObject(), provenance, e, Objects.requireNonNull(byId.get(id))));
    }
  }

  static void runs(ObjectNode facts, ArrayNode provenance, List<SimulationRun> newestFirst) {
    ArrayNode array = facts.putArray("simulations");
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      SimulationRun run = newestFirst.get(i);
      ObjectNode node = array.addObject();
      node.put("id", run.id());
      node.put("experimentId", run.experimentId());
      node.put("firstWeek", run.firstWeek().toString());
      node.put("weeks", run.weeks());
      Nodes.number(node, "units", run.units());
      Nodes.money(node, "revenue", run.revenue());
      Nodes.money(node, "profit", run.profit());
      node.put("quotes", run.quotes());
      Nodes.provenance(provenance, "simulation " + run.id(), run.provenance());
    }
  }

  private static void effect(
      ObjectNode node, ArrayNode provenance, EffectEstimate e, Experiment experiment) {
    node.put("experimentId", e.experimentId());
    node.put("planId", experiment.planId());
    node.put("unit", experiment.unit().name());
    node.put("metric", e.metric());
    Nodes.number(node, "perUnit", e.perUnit());
    Nodes.interval(node, "interval", e.interval());
    Nodes.number(node, "total", e.total());
    Nodes.number(node, "relative", e.relative());
    node.put("treated", e.treated());
    node.put("control", e.control());
    node.put("label", e.label().name());
    node.put("method", e.method());
    Nodes.reasons(node, "notes", e.notes());
    Nodes.provenance(provenance, "effect " + e.experimentId() + " " + e.metric(), e.provenance());
  }
}
