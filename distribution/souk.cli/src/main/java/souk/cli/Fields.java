package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;

/** Reads and words the figures of answers. */
final class Fields {
  private Fields() {}

  /** An amount, whether it comes as minor units with a currency or as text. */
  static String money(JsonNode node) {
    if (node.isObject()) {
      JsonNode minor = node.has("amountMinor") ? node.get("amountMinor") : node.path("minor");
      if (minor.isNumber()) {
        return String.format(
            Locale.ROOT,
            "%,.2f %s",
            BigDecimal.valueOf(minor.asLong(), 2),
            node.path("currency").asText());
      }
      return node.path("amount").asText() + " " + node.path("currency").asText();
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
