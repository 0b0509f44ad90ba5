package souk.edge.rest.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.edge.rest.access.Right;

/**
 * A method and a path with placeholders in braces.
 *
 * @param method upper case
 * @param pattern for example {@code /plans/{id}/approve}
 * @param right what a key must allow
 * @param maxBody most bytes of a body
 * @param handler answers
 */
public record Route(String method, String pattern, Right right, int maxBody, Handler handler) {
  /** Most bytes of an ordinary body. */
  public static final int BODY = 8 << 20;

  /** Most bytes of a body that carries a whole problem. */
  public static final int LARGE_BODY = 64 << 20;

  public static Route get(String pattern, Right right, Handler handler) {
    return new Route("GET", pattern, right, 0, handler);
  }

  public static Route post(String pattern, Right right, Handler handler) {
    return new Route("POST", pattern, right, BODY, handler);
  }

  public Route large() {
    return new Route(method, pattern, right, LARGE_BODY, handler);
  }

  /** Values of the placeholders if a path fits. */
  Optional<Map<String, String>> match(List<String> path) {
    List<String> own = split(pattern);
    if (own.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> values = Map.of();
    for (int i = 0; i < own.size(); i++) {
      String part = own.get(i);
      if (part.startsWith("{")) {
        values = values.isEmpty() ? new HashMap<>() : values;
        values.put(part.substring(1, part.length() - 1), path.get(i));
      } else if (!part.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  static List<String> split(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }
}
