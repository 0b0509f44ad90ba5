package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.model.Spec;

/**
 * Specs as JSON and back. Numbers are kept as {@code {"decimal": "1.50"}}, so that no digit of a
 * decimal is lost on the way.
 */
final class SpecJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String DECIMAL = "decimal";

  private SpecJson() {}

  static ObjectNode write(Spec spec) {
    ObjectNode node = JSON.objectNode();
    node.put("kind", spec.kind());
    node.set("parameters", value(spec.parameters()));
    return node;
  }

  static Spec read(JsonNode node) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    node.required("parameters")
        .fields()
        .forEachRemaining(e -> parameters.put(e.getKey(), value(e.getValue())));
    return new Spec(node.required("kind").textValue(), parameters);
  }

  private static JsonNode value(Object value) {
    if (value instanceof String text) {
      return JSON.textNode(text);
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof BigDecimal number) {
      return JSON.objectNode().put(DECIMAL, number.toPlainString());
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(element -> array.add(value(element)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode node = JSON.objectNode();
      map.forEach((key, element) -> node.set(String.valueOf(key), value(element)));
      return node;
    }
    throw new IllegalArgumentException(
        "A parameter of type %s cannot be kept.".formatted(value.getClass().getName()));
  }

  private static Object value(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(element -> list.add(value(element)));
      return list;
    }
    if (node.isObject()) {
      if (node.size() == 1 && node.path(DECIMAL).isTextual()) {
        return new BigDecimal(node.path(DECIMAL).textValue());
      }
      Map<String, Object> map = new LinkedHashMap<>();
      node.fields().forEachRemaining(e -> map.put(e.getKey(), value(e.getValue())));
      return map;
    }
    throw new IllegalStateException("A kept parameter is %s.".formatted(node.getNodeType()));
  }
}
