package souk.demand.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.SnapshotId;

/** Values that several documents share, as JSON trees. */
final class CommonJson {
  private final ObjectMapper mapper = new ObjectMapper();

  CommonJson() {
    mapper.setTypeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)));
  }

  ObjectNode object() {
    return mapper.createObjectNode();
  }

  String text(ObjectNode node) {
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document could not be written as JSON.", e);
    }
  }

  JsonNode tree(String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept document is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  void put(ObjectNode node, String name, double[] values) {
    ArrayNode array = node.putArray(name);
    for (double value : values) {
      array.add(value);
    }
  }

  static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  ObjectNode of(Reason reason) {
    ObjectNode node = object().put("code", reason.code()).put("text", reason.text());
    ArrayNode arguments = node.putArray("arguments");
    reason.arguments().forEach(arguments::add);
    return node;
  }

  static Reason reason(JsonNode node) {
    List<String> arguments = new ArrayList<>();
    node.path("arguments").forEach(argument -> arguments.add(argument.asText()));
    return new Reason(node.path("code").asText(), node.path("text").asText(), arguments);
  }

  static List<Reason> reasons(JsonNode array) {
    List<Reason> reasons = new ArrayList<>();
    array.forEach(reason -> reasons.add(reason(reason)));
    return reasons;
  }

  ObjectNode of(Provenance provenance) {
    ObjectNode node =
        object()
            .put("createdAt", provenance.createdAt().toString())
            .put("strategy", provenance.strategy())
            .put("version", provenance.version())
            .put("seed", provenance.seed())
            .put("inputFingerprint", provenance.inputFingerprint());
    provenance.snapshot().ifPresent(snapshot -> node.put("snapshot", snapshot.value()));
    ObjectNode options = node.putObject("options");
    provenance.options().forEach(options::put);
    return node;
  }

  static Provenance provenance(JsonNode node) {
    Provenance.Builder builder =
        Provenance.builder(
                Instant.parse(node.path("createdAt").asText()),
                node.path("strategy").asText(),
                node.path("version").asText())
            .seed(node.path("seed").asLong())
            .inputFingerprint(node.path("inputFingerprint").asText());
    node.path("options")
        .properties()
        .forEach(option -> builder.option(option.getKey(), option.getValue().asText()));
    if (node.has("snapshot")) {
      builder.snapshot(new SnapshotId(node.path("snapshot").asText()));
    }
    return builder.build();
  }
}
