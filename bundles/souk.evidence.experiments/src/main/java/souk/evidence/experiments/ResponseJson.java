package souk.evidence.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.model.EvidenceLabel;
import souk.model.Sku;

/** The response that a market is fitted on, as JSON. */
final class ResponseJson {
  private ResponseJson() {}

  static ObjectNode write(ObjectNode node, ResponseModel model) {
    node.put("id", model.id());
    node.put("label", model.label().name());
    node.put("pooledElasticity", model.pooledElasticity());
    node.put("betweenItemDeviation", model.betweenItemDeviation());
    ArrayNode items = node.putArray("items");
    for (ItemResponse item : model.items()) {
      ObjectNode i = items.addObject();
      i.put("sku", item.sku().value());
      i.put("elasticity", item.elasticity());
      Json.interval(i, "interval", item.interval());
      i.put("standardError", item.standardError());
      i.put("identified", item.identified());
      item.reason().ifPresent(r -> Json.reason(i.putObject("reason"), r));
      i.put("baseUnits", item.baseUnits());
      i.put("basePrice", item.basePrice());
      i.put("weeks", item.weeks());
      i.put("distinctPrices", item.distinctPrices());
    }
    Json.provenance(node, model.provenance());
    return node;
  }

  static ResponseModel read(JsonNode node) {
    List<ItemResponse> items = new ArrayList<>();
    for (JsonNode i : node.path("items")) {
      items.add(
          new ItemResponse(
              new Sku(i.path("sku").asText()),
              i.path("elasticity").asDouble(),
              Json.interval(i.path("interval")),
              i.path("standardError").asDouble(),
              i.path("identified").asBoolean(),
              Optional.ofNullable(i.get("reason")).map(Json::reason),
              i.path("baseUnits").asDouble(),
              i.path("basePrice").asDouble(),
              i.path("weeks").asInt(),
              i.path("distinctPrices").asInt()));
    }
    return new ResponseModel(
        node.path("id").asText(),
        EvidenceLabel.valueOf(node.path("label").asText()),
        node.path("pooledElasticity").asDouble(),
        node.path("betweenItemDeviation").asDouble(),
        items,
        Json.provenance(node));
  }
}
