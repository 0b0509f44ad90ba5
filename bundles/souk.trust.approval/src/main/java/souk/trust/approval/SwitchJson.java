package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import souk.trust.api.OfferSwitch;

/** Switches as JSON, format 1, and back. */
final class SwitchJson {
  private SwitchJson() {}

  static ObjectNode write(Switches switches, Json json) {
    ObjectNode node = json.object().put("format", 1);
    switches.all().ifPresent(by -> write(by, node.putObject("all")));
    ArrayNode killed = node.putArray("killed");
    switches.killed().values().forEach(by -> write(by, killed.addObject()));
    ArrayNode paused = node.putArray("paused");
    switches.paused().values().forEach(by -> write(by, paused.addObject()));
    return node;
  }

  private static void write(OfferSwitch by, ObjectNode node) {
    by.offerId().ifPresent(id -> node.put("offerId", id));
    node.put("at", by.at().toString());
    node.put("actor", by.actor());
    node.put("reason", by.reason());
  }

  static Switches read(JsonNode node) {
    if (node.required("format").intValue() != 1) {
      throw new IllegalStateException(
          "The switches of the offers are kept in format %d, but this version reads format 1.%nMaybe a newer version wrote them."
              .formatted(node.required("format").intValue()));
    }
    return new Switches(
        node.has("all") ? Optional.of(one(node.required("all"))) : Optional.empty(),
        each(node.required("killed")),
        each(node.required("paused")));
  }

  private static SortedMap<String, OfferSwitch> each(JsonNode list) {
    SortedMap<String, OfferSwitch> found = new TreeMap<>();
    list.forEach(node -> found.put(node.required("offerId").textValue(), one(node)));
    return found;
  }

  private static OfferSwitch one(JsonNode node) {
    return new OfferSwitch(
        node.has("offerId") ? Optional.of(node.required("offerId").textValue()) : Optional.empty(),
        Instant.parse(node.required("at").textValue()),
        node.required("actor").textValue(),
        node.required("reason").textValue());
  }
}
