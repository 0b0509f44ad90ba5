package souk.data.store;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.data.api.LoadException;
import souk.data.lib.Mapping;
import souk.data.lib.MappingException;
import souk.data.lib.MappingReader;

/** Reads the JSON text of a mapping. Safe for use by many threads. */
final class MappingJson {
  private static final int MAX_CHARS = 1_000_000;
  private final JsonMapper mapper = mapper();

  /** A mapper of one's own, with a cache of its own, so that no class loader is kept alive. */
  static JsonMapper mapper() {
    return JsonMapper.builder(
            com.fasterxml.jackson.core.JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
                .build())
        .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)))
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /**
   * @throws LoadException if the text is no JSON, or the mapping is wrong
   */
  Mapping read(String json, MappingReader reader) {
    if (json.length() > MAX_CHARS) {
      throw new LoadException(
          "mapping.too-long",
          "The mapping has %d characters, at most %d are read.%nMaybe the data file was given as mapping."
              .formatted(json.length(), MAX_CHARS));
    }
    try {
      JsonNode tree = mapper.readTree(json);
      if (tree == null || !tree.isObject()) {
        throw new LoadException(
            "mapping.not-an-object",
            "The mapping must be a JSON object.%nMaybe the file is empty, or not the mapping."
                .formatted());
      }
      return reader.read(map(tree));
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw new LoadException(
          "mapping.malformed",
          "The mapping is not valid JSON at line %d, column %d: %s%nMaybe a comma, a quote or a brace is missing or too many there."
              .formatted(
                  place == null ? 0 : place.getLineNr(),
                  place == null ? 0 : place.getColumnNr(),
                  e.getOriginalMessage()),
          e);
    } catch (MappingException e) {
      throw new LoadException(e.code(), e.getMessage(), e);
    }
  }

  private static Map<String, Object> map(JsonNode object) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      if (!property.getValue().isNull()) {
        map.put(property.getKey(), value(property.getValue()));
      }
    }
    return map;
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      return map(node);
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(element -> list.add(value(element)));
      return list;
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isTextual() ? node.textValue() : node.decimalValue();
  }
}
