package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;

/** How an article is called. */
final class Titles {
  private static final int LONGEST = 34;

  private Titles() {}

  static String article(JsonNode node) {
    String description = node.path("description").asText("");
    String sku = node.path("sku").asText();
    return description.isBlank() ? sku : shortened(description) + " (" + sku + ")";
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
