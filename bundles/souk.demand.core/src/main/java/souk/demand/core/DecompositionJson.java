package souk.demand.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import souk.demand.api.Decomposition;
import souk.demand.api.DemandParts;
import souk.model.Frequency;
import souk.model.TimeGrid;

/** Decompositions as documents, format 1. */
final class DecompositionJson {
  private final CommonJson common = new CommonJson();

  String write(Decomposition decomposition) {
    ObjectNode node =
        common
            .object()
            .put("format", 1)
            .put("origin", decomposition.grid().origin().toString())
            .put("frequency", decomposition.grid().frequency().name());
    node.set("provenance", common.of(decomposition.provenance()));
    ArrayNode notes = node.putArray("notes");
    decomposition.notes().forEach(note -> notes.add(common.of(note)));
    ArrayNode series = node.putArray("series");
    for (DemandParts parts : decomposition.parts()) {
      ObjectNode child = series.addObject();
      child.put("id", parts.seriesId()).put("firstStep", parts.firstStep());
      common.put(child, "units", parts.units());
      common.put(child, "baseline", parts.baseline());
      common.put(child, "calendar", parts.calendar());
      common.put(child, "lift", parts.lift());
      common.put(child, "dip", parts.dip());
      ArrayNode out = child.putArray("stockOut");
      for (boolean empty : parts.stockOut()) {
        out.add(empty ? 1 : 0);
      }
    }
    return common.text(node);
  }

  Decomposition read(String text) {
    JsonNode node = common.tree(text);
    List<DemandParts> parts = new ArrayList<>();
    for (JsonNode child : node.path("series")) {
      boolean[] out = new boolean[child.path("stockOut").size()];
      for (int t = 0; t < out.length; t++) {
        out[t] = child.path("stockOut").get(t).asInt() == 1;
      }
      parts.add(
          new DemandParts(
              child.path("id").asText(),
              child.path("firstStep").asInt(),
              CommonJson.doubles(child.path("units")),
              CommonJson.doubles(child.path("baseline")),
              CommonJson.doubles(child.path("calendar")),
              CommonJson.doubles(child.path("lift")),
              CommonJson.doubles(child.path("dip")),
              out));
    }
    return new Decomposition(
        new TimeGrid(
            LocalDate.parse(node.path("origin").asText()),
            Frequency.valueOf(node.path("frequency").asText())),
        parts,
        CommonJson.reasons(node.path("notes")),
        CommonJson.provenance(node.path("provenance")));
  }
}
