package souk.data.lib;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a mapping with its place in the document, so that every complaint can say where.
 * Remembers which keys were asked for; the rest are unknown.
 */
final class MappingNode {
  private final String path;
  private final Map<?, ?> values;
  private final Set<String> asked = new HashSet<>();

  MappingNode(String path, Map<?, ?> values) {
    this.path = path;
    this.values = values;
  }

  String path() {
    return path;
  }

  List<String> keys() {
    return values.keySet().stream().map(String::valueOf).toList();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Object> value(String key) {
    asked.add(key);
    return Optional.ofNullable((Object) values.get(key));
  }

  Optional<String> text(String key) {
    Optional<Object> value = value(key);
    if (value.isPresent() && !(value.get() instanceof String)) {
      throw wrong("mapping.wrong-type", key, "a text in double quotes");
    }
    return value.map(String.class::cast);
  }

  String requiredText(String key, String remedy) {
    return text(key)
        .filter(t -> !t.isBlank())
        .orElseThrow(
            () ->
                new MappingException(
                    "mapping.missing-key",
                    "The mapping lacks %s.%nMaybe add %s.".formatted(at(key), remedy)));
  }

  boolean flag(String key, boolean fallback) {
    Optional<Object> value = value(key);
    if (value.isPresent() && !(value.get() instanceof Boolean)) {
      throw wrong("mapping.wrong-type", key, "true or false");
    }
    return value.map(Boolean.class::cast).orElse(fallback);
  }

  List<String> texts(String key) {
    Optional<Object> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (value.get() instanceof List<?> list) {
      for (Object element : list) {
        if (!(element instanceof String text)) {
          throw wrong("mapping.wrong-type", key, "a list of texts");
        }
        texts.add(text);
      }
      return texts;
    }
    throw wrong("mapping.wrong-type", key, "a list of texts");
  }

  MappingNode node(String key) {
    Optional<Object> value = value(key);
    if (value.isEmpty()) {
      return new MappingNode(at(key), Map.of());
    }
    if (value.get() instanceof Map<?, ?> map) {
      return new MappingNode(at(key), map);
    }
    throw wrong("mapping.wrong-type", key, "an object in braces");
  }

  String oneOf(String key, List<String> allowed) {
    String value = text(key).orElse(allowed.get(0));
    if (!allowed.contains(value)) {
      throw wrong("mapping.unknown-value", key, "one of " + String.join(", ", allowed));
    }
    return value;
  }

  MappingException wrong(String code, String key, String wanted) {
    return new MappingException(
        code,
        "%s of the mapping is %s, but must be %s."
            .formatted(at(key), show(values.get(key)), wanted));
  }

  /** Refuses keys that nobody asked for. */
  void refuseUnknownKeys() {
    for (String key : keys()) {
      if (!asked.contains(key)) {
        List<String> known = asked.stream().sorted().toList();
        throw new MappingException(
            "mapping.unknown-key",
            "%s of the mapping is unknown; known here: %s.%s"
                .formatted(at(key), String.join(", ", known), Closest.hint(key, known)));
      }
    }
  }

  String at(String key) {
    return path.isEmpty()
        ? "\"" + key + "\""
        : path.substring(0, path.length() - 1) + "." + key + "\"";
  }

  private static String show(@Nullable Object value) {
    String text = String.valueOf(value);
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return value instanceof String ? "\"" + shown + "\"" : shown.toLowerCase(Locale.ROOT);
  }
}
