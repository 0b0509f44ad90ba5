package souk.edge.rest.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads what follows the question mark. */
final class Query {
  private static final int MAX_PARAMETERS = 50;

  private Query() {}

  static Map<String, String> parse(String raw) {
    if (raw.isEmpty()) {
      return Map.of();
    }
    Map<String, String> values = new HashMap<>();
    for (String pair : raw.split("&", MAX_PARAMETERS + 1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (values.put(decode(name), decode(value)) != null || values.size() > MAX_PARAMETERS) {
        throw ProblemException.badRequest(
            "query.malformed",
            "Parameter %s occurs twice, or there are more than %d parameters."
                .formatted(name, MAX_PARAMETERS));
      }
    }
    return values;
  }

  /** As it follows the question mark, sorted by name. */
  static String write(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(values)
        .forEach(
            (name, value) ->
                text.append(text.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return text.toString();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw ProblemException.badRequest(
          "query.malformed", "%s is not percent-encoded as it should be.".formatted(text));
    }
  }
}
