package souk.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of data that names its kind: a condition, an effect, a rule. The kind's evaluator comes
 * from some bundle; an unknown kind is refused by name, never skipped. Immutable.
 *
 * @param kind for example {@code percentage}
 * @param parameters values are text, BigDecimal, Boolean, or lists and maps of these
 */
public record Spec(String kind, Map<String, Object> parameters) {
  public Spec {
    Keys.check("kind", kind);
    parameters = copyMap(parameters);
  }

  public static Spec of(String kind) {
    return new Spec(kind, Map.of());
  }

  /**
   * @throws IllegalArgumentException if the parameter is missing or no text
   */
  public String text(String name) {
    if (parameters.get(name) instanceof String text) {
      return text;
    }
    throw wrong(name, "a text");
  }

  /**
   * @throws IllegalArgumentException if the parameter is missing or no number
   */
  public BigDecimal number(String name) {
    if (parameters.get(name) instanceof BigDecimal number) {
      return number;
    }
    throw wrong(name, "a number");
  }

  /** A list of texts; empty if the parameter is missing. */
  public List<String> texts(String name) {
    Object value = parameters.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      List<String> texts = new ArrayList<>(list.size());
      for (Object element : list) {
        if (!(element instanceof String text)) {
          throw wrong(name, "a list of texts");
        }
        texts.add(text);
      }
      return Collections.unmodifiableList(texts);
    }
    throw wrong(name, "a list of texts");
  }

  private IllegalArgumentException wrong(String name, String wanted) {
    return new IllegalArgumentException(
        "Parameter %s of kind %s must be %s, but is %s."
            .formatted(name, kind, wanted, parameters.get(name)));
  }

  private static Map<String, Object> copyMap(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), copy(String.valueOf(key), value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object copy(String name, Object value) {
    if (value instanceof String || value instanceof Boolean || value instanceof BigDecimal) {
      return value;
    }
    if (value instanceof Integer || value instanceof Long) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    if (value instanceof Map<?, ?> map) {
      return copyMap(map);
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copy(name, element)));
      return Collections.unmodifiableList(copy);
    }
    throw new IllegalArgumentException(
        "Parameter %s must be text, a decimal, true or false, a list or a map, but is %s."
            .formatted(name, value.getClass().getName()));
  }
}
