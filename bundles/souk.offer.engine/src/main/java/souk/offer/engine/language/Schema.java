package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The published schema, the one place where members, kinds and parameters are written down. */
final class Schema {
  private static final String RESOURCE = "offers-1.schema.json";
  private static final String DEFINITIONS = "#/$defs/";

  private final String text;
  private final JsonNode root;

  private Schema(String text, JsonNode root) {
    this.text = text;
    this.root = root;
  }

  static Schema load() {
    ObjectMapper mapper =
        JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)))
            .build();
    try (InputStream in = Schema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The bundle does not contain " + RESOURCE + ".");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Schema(text, mapper.readTree(text));
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE + " cannot be read.", e);
    }
  }

  String text() {
    return text;
  }

  JsonNode root() {
    return root;
  }

  JsonNode definition(String name) {
    return root.get("$defs").required(name);
  }

  /** Parameters of a built-in kind; empty if the kind is none of them. */
  Optional<JsonNode> kind(Role role, String kind) {
    return Optional.ofNullable(root.get("$defs").get(role.prefix() + kind));
  }

  /** Built-in kinds, in the order of the schema. */
  List<String> kinds(Role role) {
    List<String> names = new ArrayList<>();
    root.get("$defs")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.startsWith(role.prefix())) {
                names.add(name.substring(role.prefix().length()));
              }
            });
    return names;
  }

  /** The schema itself, or what it refers to. */
  JsonNode resolved(JsonNode schema) {
    JsonNode at = schema;
    while (at.has("$ref")) {
      at = definition(at.get("$ref").textValue().substring(DEFINITIONS.length()));
    }
    return at;
  }
}
