package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The example that the schema gives for one kind.
 *
 * @param role of the kind
 * @param kind the kind
 * @param schema the whole schema
 * @param content offer, cart and result
 */
record Example(Role role, String kind, Schema schema, JsonNode content) {
  static List<Example> all(Schema schema) {
    List<Example> all = new ArrayList<>();
    for (Role role : Role.values()) {
      for (String kind : schema.kinds(role)) {
        JsonNode content = schema.kind(role, kind).orElseThrow().required("x-example");
        all.add(new Example(role, kind, schema, content));
      }
    }
    return all;
  }

  /** Conditions and effect, as they stand in an offer. */
  ObjectNode rule() {
    ObjectNode rule = JsonNodeFactory.instance.objectNode();
    if (content.has("conditions")) {
      rule.set("conditions", content.get("conditions"));
    }
    rule.set("effect", content.get("effect"));
    return rule;
  }

  /** A document with the offer and the shop of all examples. */
  String document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("version", 1);
    document.setAll((ObjectNode) schema.root().get("x-shop").deepCopy());
    ObjectNode offer = document.putArray("offers").addObject();
    offer.put("id", "E").put("name", content.get("says").asText());
    offer
        .putObject("window")
        .put("from", "2026-01-01T00:00:00Z")
        .put("until", "2027-01-01T00:00:00Z");
    offer.setAll(rule());
    return document.toString();
  }
}
