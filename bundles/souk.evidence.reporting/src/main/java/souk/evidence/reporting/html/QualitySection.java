package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Loads, their reconciliation, quarantine and quality findings. */
final class QualitySection {
  private QualitySection() {}

  static void write(Page page) {
    page.section(
        "quality",
        () -> {
          JsonNode loads = page.facts().path("loads");
          if (loads.isEmpty()) {
            page.empty("empty.loads");
          } else {
            page.html().element("h3", page.text("quality.reconciliation"));
            rows(page, loads);
            totals(page, loads);
            quarantine(page, loads);
          }
          findings(page);
        });
  }

  private static void rows(Page page, JsonNode loads) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode load : loads) {
      List<String> row = new ArrayList<>();
      row.add(load.path("file").asText());
      for (String field :
          List.of("rowsRead", "rowsLoaded", "rowsUnchanged", "rowsQuarantined", "identicalLines")) {
        row.add(page.figures().number(load.path(field), 0));
      }
      rows.add(row);
    }
    page.table(
        List.of(
            "column.file",
            "column.rowsRead",
            "column.rowsLoaded",
            "column.rowsUnchanged",
            "column.rowsQuarantined",
            "column.identicalLines"),
        rows);
  }

  private static void totals(Page page, JsonNode loads) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode load : loads) {
      rows.add(
          List.of(
              load.path("file").asText(),
              exact(load.path("sourceTotal")),
              exact(load.path("loadedTotal")),
              exact(load.path("quarantinedTotal")),
              exact(load.path("roundingDifference"))));
    }
    page.table(
        List.of(
            "column.file",
            "column.sourceTotal",
            "column.loadedTotal",
            "column.quarantinedTotal",
            "column.roundingDifference"),
        rows);
    page.note(page.text("quality.equation"));
  }

  /** Totals as they are, to the last digit: they must add up. */
  private static String exact(JsonNode total) {
    String text = total.asText();
    int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    StringBuilder grouped = new StringBuilder(text);
    for (int i = point - 3; i > (text.startsWith("-") ? 1 : 0); i -= 3) {
      grouped.insert(i, ',');
    }
    return grouped.toString().replace('-', '−');
  }

  private static void quarantine(Page page, JsonNode loads) {
    List<List<String>> rows = new ArrayList<>();
    ObjectNode reasons = page.charts().objectNode();
    for (JsonNode load : loads) {
      for (Map.Entry<String, JsonNode> e : load.path("reasons").properties()) {
        reasons.put(e.getKey(), reasons.path(e.getKey()).asLong() + e.getValue().asLong());
      }
    }
    page.html().element("h3", page.text("quality.quarantine"));
    if (reasons.isEmpty()) {
      page.empty("empty.quarantine");
      return;
    }
    for (Map.Entry<String, JsonNode> e : reasons.properties()) {
      rows.add(
          List.of(
              page.textOr("quarantine." + e.getKey(), e.getKey()),
              page.figures().number(e.getValue(), 0)));
    }
    page.pair(
        () -> {
          ObjectNode chart =
              page.chart("bars", page.text("quality.chart"), 80 + 36 * reasons.size());
          chart.put("horizontal", true);
          ArrayNode categories = chart.putArray("categories");
          ArrayNode values =
              chart
                  .putArray("series")
                  .addObject()
                  .put("name", page.text("column.rows"))
                  .putArray("values");
          reasons
              .properties()
              .forEach(
                  e -> {
                    categories.add(page.textOr("quarantine." + e.getKey(), e.getKey()));
                    values.add(e.getValue());
                  });
        },
        () -> page.table(List.of("column.reason", "column.rows"), rows));
  }

  private static void findings(Page page) {
    JsonNode findings = page.facts().path("quality");
    page.html().element("h3", page.text("quality.findings"));
    if (findings.isEmpty()) {
      page.empty("empty.quality");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode finding : findings) {
      rows.add(
          List.of(
              page.messages().reason(finding.path("reason")),
              page.text("severity." + severity(finding)),
              page.figures().number(finding.path("rows"), 0),
              page.figures().percent(finding.path("share"), 2)));
    }
    page.html().open("div", "class", "wide-text");
    page.table(List.of("column.finding", "column.severity", "column.rows", "column.share"), rows);
    page.html().close("div");
  }

  private static String severity(JsonNode finding) {
    String severity = finding.path("severity").asText();
    return List.of("error", "warning").contains(severity) ? severity : "info";
  }
}
