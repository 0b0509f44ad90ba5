package souk.edge.webconsole.models;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads plain values; what is missing or of another kind reads as empty. */
final class Plain {
  private final Map<?, ?> values;

  private Plain(Map<?, ?> values) {
    this.values = values;
  }

  static Plain of(@Nullable Object values) {
    return new Plain(values instanceof Map<?, ?> map ? map : Map.of());
  }

  String text(String name) {
    Object value = values.get(name);
    return value == null ? "" : value.toString();
  }

  double figure(String name) {
    return values.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  int whole(String name) {
    return values.get(name) instanceof Number number ? number.intValue() : 0;
  }

  long count(String name) {
    return values.get(name) instanceof Number number ? number.longValue() : 0;
  }

  Optional<Instant> time(String name) {
    return values.get(name) instanceof Instant instant ? Optional.of(instant) : Optional.empty();
  }

  List<Plain> list(String name) {
    List<Plain> list = new ArrayList<>();
    if (values.get(name) instanceof List<?> all) {
      all.forEach(one -> list.add(of(one)));
    }
    return list;
  }

  /** The values of a map by their names, in its order. */
  Map<String, Object> map(String name) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (values.get(name) instanceof Map<?, ?> all) {
      all.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }
}
