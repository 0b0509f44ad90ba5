package souk.demand.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.model.EvidenceLabel;
import souk.model.Interval;
import souk.model.Sku;

/** Response models as documents, format 1. */
final class ResponseModelJson {
  private final CommonJson common = new CommonJson();

  String write(ResponseModel model) {
    ObjectNode node =
        common
            .object()
            .put("format", 1)
            .put("id", model.id())
            .put("label", model.label().name())
            .put("pooledElasticity", model.pooledElasticity())
            .put("betweenItemDeviation", model.betweenItemDeviation());
    node.set("provenance", common.of(model.provenance()));
    ArrayNode items = node.putArray("items");
    for (ItemResponse item : model.items()) {
      ObjectNode child =
          items
              .addObject()
              .put("sku", item.sku().value())
              .put("elasticity", item.elasticity())
              .put("low", item.interval().low())
              .put("high", item.interval().high())
              .put("level", item.interval().level())
              .put("standardError", item.standardError())
              .put("identified", item.identified())
              .put("baseUnits", item.baseUnits())
              .put("basePrice", item.basePrice())
              .put("weeks", item.weeks())
              .put("distinctPrices", item.distinctPrices());
      item.reason().ifPresent(reason -> child.set("reason", common.of(reason)));
    }
    return common.text(node);
  }

  ResponseModel read(String text) {
    JsonNode node = common.tree(text);
    List<ItemResponse> items = new ArrayList<>();
    for (JsonNode child : node.path("items")) {
      items.add(
          new ItemResponse(
              new Sku(child.path("sku").asText()),
              child.path("elasticity").asDouble(),
              new Interval(
                  child.path("low").asDouble(),
                  child.path("high").asDouble(),
                  child.path("level").asDouble()),
              child.path("standardError").asDouble(),
              child.path("identified").asBoolean(),
              child.has("reason")
                  ? Optional.of(CommonJson.reason(child.path("reason")))
                  : Optional.empty(),
              child.path("baseUnits").asDouble(),
              child.path("basePrice").asDouble(),
              child.path("weeks").asInt(),
              child.path("distinctPrices").asInt()));
    }
    return new ResponseModel(
        node.path("id").asText(),
        EvidenceLabel.valueOf(node.path("label").asText()),
        node.path("pooledElasticity").asDouble(),
        node.path("betweenItemDeviation").asDouble(),
        items,
        CommonJson.provenance(node.path("provenance")));
  }
}
