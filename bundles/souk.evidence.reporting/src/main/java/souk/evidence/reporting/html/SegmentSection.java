package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Share of customers against share of revenue. */
final class SegmentSection {
  private SegmentSection() {}

  static void write(Page page) {
    page.section(
        "segments",
        () -> {
          JsonNode run = page.facts().path("segments");
          if (run.path("segments").isEmpty()) {
            page.empty("empty.segments");
            return;
          }
          page.paragraph(page.text("segments.strategy", run.path("strategy").asText()));
          if (run.has("fallbackReason")) {
            page.note(page.text("segments.fallback", run.path("fallbackReason").asText()));
          }
          chart(page, run.path("segments"));
          table(page, run.path("segments"));
          reasons(page, run.path("segments"));
        });
  }

  private static void reasons(Page page, JsonNode segments) {
    page.html().open("div", "class", "columns");
    for (JsonNode segment : segments) {
      if (!segment.path("reasons").isEmpty()) {
        page.html().open("div").element("h4", name(page, segment));
        page.reasons(segment.path("reasons"));
        page.html().close("div");
      }
    }
    page.html().close("div");
  }

  static String name(Page page, JsonNode segment) {
    return page.textOr("segment." + segment.path("id").asText(), segment.path("name").asText());
  }

  private static void chart(Page page, JsonNode segments) {
    ObjectNode chart = page.chart("bars", page.text("segments.chart"), 90 + 42 * segments.size());
    chart.put("horizontal", true).put("percent", true);
    ArrayNode categories = chart.putArray("categories");
    ArrayNode series = chart.putArray("series");
    ArrayNode customers =
        series.addObject().put("name", page.text("column.customerShare")).putArray("values");
    ArrayNode revenue =
        series.addObject().put("name", page.text("column.revenueShare")).putArray("values");
    for (JsonNode segment : segments) {
      categories.add(name(page, segment));
      customers.add(segment.path("customerShare"));
      revenue.add(segment.path("revenueShare"));
    }
  }

  private static void table(Page page, JsonNode segments) {
    List<List<String>> rows = new ArrayList<>();
    Figures f = page.figures();
    for (JsonNode segment : segments) {
      rows.add(
          List.of(
              name(page, segment),
              f.number(segment.path("customers"), 0),
              f.percent(segment.path("customerShare"), 1),
              f.percent(segment.path("revenueShare"), 1),
              f.roundMoney(segment.path("meanRevenue")),
              f.number(segment.path("meanFrequency"), 1),
              f.number(segment.path("meanRecencyDays"), 0)));
    }
    page.table(
        List.of(
            "column.segment",
            "column.customers",
            "column.customerShare",
            "column.revenueShare",
            "column.meanRevenue",
            "column.meanOrders",
            "column.meanRecency"),
        rows);
  }
}
