package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Lays JSON out for readers: what fits on a line stays on it. */
final class JsonLayout {
  private static final int WIDTH = 92;

  private JsonLayout() {}

  static String of(JsonNode node) {
    return at(node, 0, 0);
  }

  private static String at(JsonNode node, int indent, int before) {
    String flat = flat(node);
    if (!node.isContainerNode() || indent + before + flat.length() <= WIDTH) {
      return flat;
    }
    String pad = " ".repeat(indent + 2);
    List<String> parts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(element -> parts.add(pad + at(element, indent + 2, 0)));
    } else {
      node.fields()
          .forEachRemaining(
              field -> {
                String name = "\"" + field.getKey() + "\": ";
                parts.add(pad + name + at(field.getValue(), indent + 2, name.length()));
              });
    }
    String open = node.isArray() ? "[\n" : "{\n";
    String close = node.isArray() ? "]" : "}";
    return open + String.join(",\n", parts) + "\n" + " ".repeat(indent) + close;
  }

  private static String flat(JsonNode node) {
    List<String> parts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(element -> parts.add(flat(element)));
      return "[" + String.join(", ", parts) + "]";
    }
    if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              field -> parts.add("\"" + field.getKey() + "\": " + flat(field.getValue())));
      return "{" + String.join(", ", parts) + "}";
    }
    return node.toString();
  }
}
