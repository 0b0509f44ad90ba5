package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Reads and words the figures of answers. */
final class Fields {
  private Fields() {}

  /** An amount as the platform words it. */
  static String money(JsonNode node) {
    if (node.isObject()) {
      return node.path("text").asText();
    }
    return node.asText("–");
  }

  static String count(JsonNode node) {
    return String.format(Locale.ROOT, "%,d", node.asLong());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String number(JsonNode node, int digits) {
    return node.isNumber()
        ? String.format(Locale.ROOT, "%,." + digits + "f", node.asDouble())
        : node.asText("–");
  }

  /** {@code [low, high]} of an interval. */
  static String interval(JsonNode node, int digits) {
    JsonNode low = node.has("low") ? node.get("low") : node.path("lower");
    JsonNode high = node.has("high") ? node.get("high") : node.path("upper");
    return "[" + number(low, digits) + ", " + number(high, digits) + "]";
  }

  /** The list itself, or the list within an object under one of the usual names. */
  static JsonNode list(JsonNode node, String... names) {
    if (node.isArray()) {
      return node;
    }
    for (String name : names) {
      if (node.path(name).isArray()) {
        return node.get(name);
      }
    }
    return Api.object().putArray("none");
  }
}
