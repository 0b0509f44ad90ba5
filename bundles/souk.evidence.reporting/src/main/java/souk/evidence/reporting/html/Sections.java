package souk.evidence.reporting.html;

import java.util.List;

/** The sections in the order of the document. */
final class Sections {
  static final List<String> IDS =
      List.of(
          "summary",
          "sales",
          "quality",
          "segments",
          "scores",
          "forecasts",
          "response",
          "prices",
          "promotions",
          "effects",
          "provenance");

  private Sections() {}
}
