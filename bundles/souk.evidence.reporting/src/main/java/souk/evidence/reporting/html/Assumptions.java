package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;

/** What every margin rests on. */
final class Assumptions {
  private Assumptions() {}

  /** Says that unit costs are assumed, wherever a margin or a profit is shown. */
  static void cost(Page page) {
    JsonNode share = page.facts().path("assumedCostShare");
    if (share.isNumber()) {
      page.note(page.text("assumption.cost", page.figures().percent(share, 0)));
    }
  }
}
