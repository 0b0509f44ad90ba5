package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Judges a quote by itself: the strategies it names, one version per role, and the mark that the
 * pricing strategy of that version left on every line.
 */
final class Answers {
  private static final int MARKS = 97;

  private final long[] plainMinor;

  /**
   * @param plainMinor unit price of each line of the cart without a mark
   */
  Answers(long[] plainMinor) {
    this.plainMinor = plainMinor.clone();
  }

  static long[] unitPrices(JsonNode quote) {
    long[] minor = new long[quote.path("lines").size()];
    for (int i = 0; i < minor.length; i++) {
      JsonNode price = quote.path("lines").get(i).path("unitPrice");
      minor[i] = price.has("amountMinor") ? price.get("amountMinor").asLong() : price.asLong();
    }
    return minor;
  }

  /** True if two versions of one role took part, or a line carries another version's mark. */
  boolean mixed(JsonNode quote) {
    Map<String, String> versions = new HashMap<>();
    for (JsonNode strategy : quote.path("strategies")) {
      String role = strategy.path("role").asText();
      String ref = strategy.path("strategy").asText() + "@" + strategy.path("version").asText();
      boolean repeatable = role.endsWith("Kind");
      String before = repeatable ? null : versions.put(role, ref);
      if (before != null && !before.equals(ref)) {
        return true;
      }
    }
    String pricer = versions.getOrDefault("LinePricer", "");
    long mark =
        pricer.startsWith("addon-prices@")
            ? Long.parseLong(pricer.substring(pricer.lastIndexOf('.') + 1)) % MARKS
            : 0;
    long[] minor = unitPrices(quote);
    for (int i = 0; i < minor.length; i++) {
      if (minor[i] != plainMinor[i] + mark) {
        return true;
      }
    }
    return minor.length != plainMinor.length;
  }
}
