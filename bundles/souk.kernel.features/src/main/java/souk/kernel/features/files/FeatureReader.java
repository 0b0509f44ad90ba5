package souk.kernel.features.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads feature files. Safe for use by many threads. */
public final class FeatureReader {
  private static final int MOST_BUNDLES = 1_000;
  private static final int MOST_BYTES = 4 << 20;

  private final ObjectMapper mapper =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxStringLength(1 << 20)
                          .build())
                  .build())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)))
          .build();

  public FeatureFile read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw Refused.because(
            "feature.bad-file", "The feature file %s is larger than 4 MB.", file.getFileName());
      }
      return read(Files.readAllBytes(file), file.getFileName().toString());
    } catch (IOException e) {
      throw Refused.because(
          e,
          "feature.bad-file",
          "The feature file %s cannot be read: %s",
          file,
          String.valueOf(e.getMessage()));
    }
  }

  /**
   * @param where for messages
   */
  public FeatureFile read(byte[] json, String where) {
    try {
      return feature(mapper.readTree(json), where);
    } catch (JsonProcessingException e) {
      throw Refused.because(
          e,
          "feature.bad-file",
          "%s is no JSON: line %d, column %d: %s",
          where,
          e.getLocation().getLineNr(),
          e.getLocation().getColumnNr(),
          e.getOriginalMessage());
    } catch (IOException e) {
      throw Refused.because(
          e, "feature.bad-file", "%s cannot be read: %s", where, String.valueOf(e.getMessage()));
    }
  }

  private static FeatureFile feature(JsonNode root, String where) {
    if (!root.path("id").isTextual()) {
      throw Refused.because("feature.bad-file", "%s has no id.", where);
    }
    ArtifactId id = ArtifactId.parse(root.get("id").asText());
    Set<ArtifactId> bundles = new LinkedHashSet<>();
    for (JsonNode bundle : root.path("bundles")) {
      ArtifactId one =
          ArtifactId.parse(bundle.isTextual() ? bundle.asText() : bundle.path("id").asText());
      if (!bundles.add(one)) {
        throw Refused.because("feature.bad-file", "%s lists the bundle %s twice.", where, one);
      }
    }
    if (bundles.size() > MOST_BUNDLES) {
      throw Refused.because(
          "feature.bad-file", "%s lists %d bundles, more than 1000.", where, bundles.size());
    }
    boolean required = false;
    for (JsonNode category : root.path("categories")) {
      required |= FeatureFile.REQUIRED.equals(category.asText());
    }
    return new FeatureFile(
        id,
        root.path("name").asText(id.artifact()),
        root.path("description").asText(""),
        required,
        List.copyOf(bundles),
        configurations(root.path("configurations"), where));
  }

  private static Map<String, Map<String, Object>> configurations(JsonNode node, String where) {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    node.fields()
        .forEachRemaining(
            configuration -> {
              Map<String, Object> values = new LinkedHashMap<>();
              configuration
                  .getValue()
                  .fields()
                  .forEachRemaining(
                      value -> {
                        int colon = value.getKey().lastIndexOf(':');
                        String key =
                            colon < 0 ? value.getKey() : value.getKey().substring(0, colon);
                        String type = colon < 0 ? "" : value.getKey().substring(colon + 1);
                        values.put(key, value(type, value.getValue(), where + ", " + key));
                      });
              all.put(configuration.getKey(), values);
            });
    return all;
  }

  private static Object value(String type, JsonNode node, String where) {
    if (type.endsWith("[]") || node.isArray()) {
      String item = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
      List<Object> values = new ArrayList<>();
      node.forEach(one -> values.add(scalar(item, one, where)));
      Class<?> kind = values.isEmpty() ? String.class : values.get(0).getClass();
      return values.toArray((Object[]) java.lang.reflect.Array.newInstance(kind, 0));
    }
    return scalar(type, node, where);
  }

  private static Object scalar(String type, JsonNode node, String where) {
    try {
      return switch (type) {
        case "Integer", "int" -> Integer.valueOf(node.asText());
        case "Long", "long" -> Long.valueOf(node.asText());
        case "Double", "double" -> Double.valueOf(node.asText());
        case "Float", "float" -> Float.valueOf(node.asText());
        case "Short", "short" -> Short.valueOf(node.asText());
        case "Byte", "byte" -> Byte.valueOf(node.asText());
        case "Boolean", "boolean" -> Boolean.valueOf(node.asText());
        case "String" -> node.asText();
        case "" -> plain(node);
        default ->
            throw Refused.because("feature.bad-file", "%s has the unknown type %s.", where, type);
      };
    } catch (NumberFormatException e) {
      throw Refused.because(
          e, "feature.bad-file", "%s: \"%s\" is no %s.", where, node.asText(), type);
    }
  }

  private static Object plain(JsonNode node) {
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isIntegralNumber()) {
      return node.asLong();
    }
    return node.isNumber() ? (Object) node.asDouble() : node.asText();
  }
}
