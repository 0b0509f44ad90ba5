package souk.edge.rest.doc;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes JSON objects whose fields keep their order. */
final class Members {
  private Members() {}

  static Map<String, Object> of() {
    return new LinkedHashMap<>();
  }

  static Map<String, Object> of(String name, Object value) {
    Map<String, Object> members = of();
    members.put(name, value);
    return members;
  }

  static Map<String, Object> of(String name, Object value, String second, Object other) {
    Map<String, Object> members = of(name, value);
    members.put(second, other);
    return members;
  }
}
