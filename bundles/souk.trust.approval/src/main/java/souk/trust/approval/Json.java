package souk.trust.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import souk.data.api.Document;

/** JSON of this bundle's documents, with a type cache of its own. */
final class Json {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)))
          .build();

  ObjectNode object() {
    return mapper.createObjectNode();
  }

  String text(JsonNode node) {
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document cannot be written as JSON.", e);
    }
  }

  JsonNode read(Document document) {
    try {
      return mapper.readTree(document.bodyJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Document %s/%s, revision %d, is no JSON.%nMaybe it was changed by hand."
              .formatted(document.kind(), document.id(), document.revision()),
          e);
    }
  }
}
